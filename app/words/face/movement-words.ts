import { msg, str } from '@lit/localize';
import type { StateStretch } from '../../domain/face/face-states';
import type { Movement, MovementName } from '../../domain/face/movement';
import { mainMovements } from '../../domain/face/movement';
import { joined } from '../lists';
import { formatSeconds } from '../measures';

/** What moved, as the name of a row: what the camera saw, never what it may mean. */
export function movementLabel(name: MovementName): string {
  switch (name) {
    case 'smile':
      return msg('Smile', { id: 'movement-smile' });
    case 'brows-up':
      return msg('Brows up', { id: 'movement-brows-up' });
    case 'brows-down':
      return msg('Brows down', { id: 'movement-brows-down' });
    case 'eyes-wide':
      return msg('Eyes wide', { id: 'movement-eyes-wide' });
    case 'eyes-narrow':
      return msg('Eyes narrowed', { id: 'movement-eyes-narrow' });
    case 'eyes-closed':
      return msg('Eyes closed', { id: 'movement-eyes-closed' });
    case 'nose-wrinkled':
      return msg('Nose wrinkled', { id: 'movement-nose-wrinkled' });
    case 'mouth-down':
      return msg('Corners of the mouth down', { id: 'movement-mouth-down' });
    case 'chin-up':
      return msg('Chin pushed up', { id: 'movement-chin-up' });
    case 'lips-stretched':
      return msg('Lips stretched', { id: 'movement-lips-stretched' });
    case 'lips-pressed':
      return msg('Lips pressed', { id: 'movement-lips-pressed' });
    case 'mouth-open':
      return msg('Mouth open', { id: 'movement-mouth-open' });
  }
}

/** One movement as part of a list in a sentence: "a smile from 4s to 9s". */
function movementPhrase({ name, onsetMs, offsetMs }: Movement): string {
  const from = secondsAt(onsetMs);
  const to = secondsAt(offsetMs);
  switch (name) {
    case 'smile':
      return msg(str`a smile from ${from} to ${to}`);
    case 'brows-up':
      return msg(str`raised brows from ${from} to ${to}`);
    case 'brows-down':
      return msg(str`lowered brows from ${from} to ${to}`);
    case 'eyes-wide':
      return msg(str`wide eyes from ${from} to ${to}`);
    case 'eyes-narrow':
      return msg(str`narrowed eyes from ${from} to ${to}`);
    case 'eyes-closed':
      return msg(str`closed eyes from ${from} to ${to}`);
    case 'nose-wrinkled':
      return msg(str`a wrinkled nose from ${from} to ${to}`);
    case 'mouth-down':
      return msg(str`lowered corners of the mouth from ${from} to ${to}`);
    case 'chin-up':
      return msg(str`a chin pushed up from ${from} to ${to}`);
    case 'lips-stretched':
      return msg(str`stretched lips from ${from} to ${to}`);
    case 'lips-pressed':
      return msg(str`pressed lips from ${from} to ${to}`);
    case 'mouth-open':
      return msg(str`an open mouth from ${from} to ${to}`);
  }
}

/** How many movements the sentence names. */
const NAMED = 3;

/** One sentence on how the face moved, or that it hardly did. */
export function movementSentence(movements: readonly Movement[]): string {
  if (movements.length === 0) {
    return msg('Your face was quiet: nothing in it clearly moved from how it looked at rest.');
  }
  const main = mainMovements(movements, NAMED).toSorted((a, b) => a.onsetMs - b.onsetMs);
  const list = joined(main.map(movementPhrase));
  return movements.length <= NAMED ? msg(str`What moved: ${list}.`) : msg(str`What moved most: ${list}.`);
}

/** One stretch for those who hear it: "4s to 9s, strongest at 6s". */
export const movementTimes = ({ onsetMs, apexMs, offsetMs }: Movement): string =>
  msg(str`${secondsAt(onsetMs)} to ${secondsAt(offsetMs)}, strongest at ${secondsAt(apexMs)}`);

/** One stretch that the person marked as misread, for those who hear it. */
export const misreadTimes = ({ onsetMs, offsetMs }: StateStretch): string =>
  msg(str`${secondsAt(onsetMs)} to ${secondsAt(offsetMs)}, left out`);

/** One stretch without a strongest moment, for those who hear it. */
export const stretchTimes = ({ onsetMs, offsetMs }: StateStretch): string =>
  msg(str`${secondsAt(onsetMs)} to ${secondsAt(offsetMs)}`);

export const secondsAt = (ms: number): string => formatSeconds(Math.round(ms / 1000));
