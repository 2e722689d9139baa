import { msg, str } from '@lit/localize';
import type { FaceStates, StateName, StateStretch } from '../../domain/face/face-states';
import { joined, sentences } from '../lists';
import { plural } from '../plural';
import { secondsAt } from './movement-words';

/** The states that have a row of their own: closed eyes are a movement already, and a quiet face moves in no row. */
export const STATE_LANES = ['gaze-down', 'yawn', 'nod', 'talking'] as const satisfies readonly StateName[];

/** What was seen, as a name: never what it may mean. */
export function stateLabel(name: StateName): string {
  switch (name) {
    case 'eyes-closed':
      return msg('Eyes closed', { id: 'movement-eyes-closed' });
    case 'gaze-down':
      return msg('Eyes down');
    case 'yawn':
      return msg('Like a yawn');
    case 'nod':
      return msg('Nods');
    case 'talking':
      return msg('Lips as in talking');
    case 'quiet':
      return msg('Quiet face');
  }
}

const lengthMs = (stretches: readonly StateStretch[]): number =>
  stretches.reduce((sum, { onsetMs, offsetMs }) => sum + offsetMs - onsetMs, 0);

/** What else was seen, in a sentence; empty where that is nothing, or could not be told. */
export function stateSentence({ stretches, blinks }: FaceStates): string {
  const seen = (name: StateName, words: (found: readonly StateStretch[]) => string): string[] => {
    const found = stretches[name] ?? [];
    return found.length > 0 ? [words(found)] : [];
  };
  const forLong = (words: (long: string) => string) => (found: readonly StateStretch[]) =>
    words(secondsAt(lengthMs(found)));
  const list = [
    ...seen(
      'eyes-closed',
      forLong((long) => msg(str`closed eyes for ${long}`)),
    ),
    ...seen(
      'gaze-down',
      forLong((long) => msg(str`eyes turned down for ${long}`)),
    ),
    ...seen('yawn', ({ length: n }) =>
      plural(msg('{n, plural, one {what looked like a yawn} other {what looked like {n} yawns}}'), { n }),
    ),
    ...seen('nod', ({ length: n }) => plural(msg('{n, plural, one {a nod} other {{n} nods}}'), { n })),
    ...seen(
      'talking',
      forLong((long) => msg(str`lips moving as in talking for ${long}`)),
    ),
    ...seen('quiet', (found) => {
      const long = secondsAt(Math.max(...found.map((one) => lengthMs([one]))));
      return msg(str`a quiet face for ${long} on end`);
    }),
    ...(blinks ? [blinkPhrase(Math.round(blinks.perMinute))] : []),
  ];
  if (list.length === 0) return '';
  const closed = stretches['eyes-closed']?.length ? msg('Many people close their eyes to remember.') : '';
  return sentences([msg(str`Also seen: ${joined(list)}.`), closed]);
}

const blinkPhrase = (n: number): string =>
  plural(msg('{n, plural, =0 {no blinks} one {about one blink a minute} other {about {n} blinks a minute}}'), { n });
