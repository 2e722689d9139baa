import { msg } from '@lit/localize';

/** A cue as it is shown. */
export interface CueWords {
  readonly question: string;
  readonly invitation: string;
}

/** When the person brings a memory of their own. Apart from the words of cues, because it is there from the start. */
export const ownMemoryWords = (): CueWords => ({
  question: msg('Which moment would you like to go back to?'),
  invitation: msg('Any moment of yours, big or small. One is enough.'),
});
