import type { Moment } from '../../domain/moment/moment';
import { name, number, object, type Reader, wholeNumber } from './reader';

/** From the year 1, wherever one is, to the last date JavaScript knows (ECMA-262, 8.64e15 ms). A memory may be older than 1970. */
export const EPOCH_MS_RANGE = [-62_135_510_400_000, 8.64e15] as const;

export const readMoment: Reader<Moment> = object<Moment>({
  epochMs: number(...EPOCH_MS_RANGE),
  zone: name,
  offsetMinutes: wholeNumber(-840, 840),
});
