/* Small modules that nearly every screen needs. They come with the start, because each of them would else be a request of its own. */
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
