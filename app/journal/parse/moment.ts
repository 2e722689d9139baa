import type { Moment } from '../../domain/moment/moment';
import { name, number, object, type Reader, wholeNumber } from './reader';

/** From 1 January 1970 to the last date JavaScript knows (ECMA-262, 8.64e15 ms). */
export const EPOCH_MS_RANGE = [0, 8.64e15] as const;

export const readMoment: Reader<Moment> = object<Moment>({
  epochMs: number(...EPOCH_MS_RANGE),
  zone: name,
  offsetMinutes: wholeNumber(-840, 840),
});
