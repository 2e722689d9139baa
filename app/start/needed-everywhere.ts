/* Small modules that nearly every screen needs: with the start they are no request of their own, and compress best. */
import '../capture/visibility';
import '../domain/report/rating';
import '../domain/report/report';
import '../elements/blocks/when-near';
import '../recall/cues/question-of';
import '../session/machine/timers';
import '../views/shared/sample-offer';
import '../words/letters';
import '../words/lists';
import '../words/mark-words';
import '../words/measures';
import '../words/plural';
import '../words/report/feeling-words';
import '../words/report/rating-words';
