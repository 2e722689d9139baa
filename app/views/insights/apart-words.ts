import { msg } from '@lit/localize';
import type { OverTime } from '../../insights/chapters/over-time';
import type { FacesApart } from '../../insights/readers/faces-apart';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';

/** Which faces are not compared, and why, in a sentence for each reason; empty where all of them are. */
export function apartWords({ other, when, unknown }: FacesApart, otherBaseline = 0): string {
  return sentences([
    other > 0 ? otherWords(other, when) : '',
    unknown > 0 ? unknownWords(unknown) : '',
    otherBaseline > 0 ? baselineWords(otherBaseline) : '',
  ]);
}

/** A face that was read against the person's own resting face says how far it moved; one that was not, how it looked. */
const baselineWords = (count: number): string =>
  plural(
    msg(
      '{count, plural, one {The face in one recall isn’t compared, because it was measured in another way than the others: from your resting face, or without it.} other {The faces in {count} recalls aren’t compared, because they were measured in another way than the others: from your resting face, or without it.}}',
    ),
    { count },
  );

/** "Another version" where both were in use at once, as on two phones: then it is not known which is the older one. */
function otherWords(count: number, when: FacesApart['when']): string {
  const words: Record<FacesApart['when'], string> = {
    before: msg(
      '{count, plural, one {One earlier recall was read by an older version of the face reader, so its face isn’t compared with these.} other {{count} earlier recalls were read by an older version of the face reader, so their faces aren’t compared with these.}}',
    ),
    after: msg(
      '{count, plural, one {One later recall was read by a newer version of the face reader, so its face isn’t compared with these.} other {{count} later recalls were read by a newer version of the face reader, so their faces aren’t compared with these.}}',
    ),
    among: msg(
      '{count, plural, one {One recall was read by a different version of the face reader, so its face isn’t compared with these.} other {{count} recalls were read by a different version of the face reader, so their faces aren’t compared with these.}}',
    ),
  };
  return plural(words[when], { count });
}

const unknownWords = (count: number): string =>
  plural(
    msg(
      '{count, plural, one {The face in one recall isn’t compared, because it’s not known which version of the face reader read it.} other {The faces in {count} recalls aren’t compared, because it’s not known which version of the face reader read them.}}',
    ),
    { count },
  );

/** Why faces are missing from the finding, and where those that come next are, when they will count. */
export function apartNote({ apart, otherBaseline, pairsNeeded }: OverTime): string {
  const next =
    apart.other > 0 && apart.when === 'after'
      ? plural(
          msg(
            '{n, plural, one {Once that version has read one recall you rated, that is compared instead.} other {Once that version has read {n} recalls you rated, those are compared instead.}}',
          ),
          { n: pairsNeeded },
        )
      : '';
  return sentences([apartWords(apart, otherBaseline), next]);
}
