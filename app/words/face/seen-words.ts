import { msg, str } from '@lit/localize';
import { isMovement, type Seen } from '../../domain/face/misread';
import { enumerated } from '../lists';
import { movementLabel, secondsAt } from './movement-words';
import { stateLabel } from './state-words';

/** What was seen, as a name: of a movement or of a state. */
export const seenLabel = (seen: Seen): string => (isMovement(seen) ? movementLabel(seen.name) : stateLabel(seen.state));

/** One stretch with its name, as a line of its own: "Smile, 4s to 9s". */
export const seenSpan = (seen: Seen): string =>
  msg(str`${seenLabel(seen)}, ${secondsAt(seen.onsetMs)} to ${secondsAt(seen.offsetMs)}`);

/** Marks every stretch of one movement or state: "Leave out every “Smile”". */
export const allMisreadWords = (seen: Seen): string => msg(str`Leave out every “${seenLabel(seen)}”`);

/** What is going on at a moment, for those who hear the slider. */
export function momentWords(atMs: number, readable: boolean, going: readonly Seen[]): string {
  const at = secondsAt(atMs);
  if (!readable) return msg(str`${at}: your face couldn’t be read`);
  if (going.length === 0) return msg(str`${at}: at rest`);
  return msg(str`${at}: ${enumerated(going.map(seenLabel))}`);
}
