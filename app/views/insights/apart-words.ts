import { msg, str } from '@lit/localize';
import type { FacesApart } from '../../insights/readers/faces-apart';
import { formatCount } from '../../words/numbers';

/** Which faces are not compared, and why, in a sentence for each reason; empty where all of them are. */
export function apartWords({ other, when, unknown }: FacesApart): string {
  const sentences = [other > 0 ? otherWords(other, when) : '', unknown > 0 ? unknownWords(unknown) : ''];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** "Another version" where both were in use at once, as on two phones: then it is not known which is the older one. */
function otherWords(count: number, when: FacesApart['when']): string {
  const n = formatCount(count);
  switch (when) {
    case 'before':
      return count === 1
        ? msg(
            'One earlier recall was read by an older version of the face reader, so its face isn’t compared with these.',
          )
        : msg(
            str`${n} earlier recalls were read by an older version of the face reader, so their faces aren’t compared with these.`,
          );
    case 'after':
      return count === 1
        ? msg('One later recall was read by a newer version of the face reader, so its face isn’t compared with these.')
        : msg(
            str`${n} later recalls were read by a newer version of the face reader, so their faces aren’t compared with these.`,
          );
    case 'among':
      return count === 1
        ? msg('One recall was read by a different version of the face reader, so its face isn’t compared with these.')
        : msg(
            str`${n} recalls were read by a different version of the face reader, so their faces aren’t compared with these.`,
          );
  }
}

function unknownWords(count: number): string {
  return count === 1
    ? msg('The face in one recall isn’t compared, because it’s not known which version of the face reader read it.')
    : msg(
        str`The faces in ${formatCount(count)} recalls aren’t compared, because it’s not known which version of the face reader read them.`,
      );
}
