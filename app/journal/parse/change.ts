import type { Stamp } from '../../base/hybrid-clock';
import type { Change } from '../../domain/change/change';
import { EPOCH_MS_RANGE } from './moment';
import { listOf, name, object, type Reader, version, wholeNumber } from './reader';

export const readStamp: Reader<Stamp> = object<Stamp>({
  ms: wholeNumber(...EPOCH_MS_RANGE),
  counter: wholeNumber(0),
  node: name,
});

export const readChange: Reader<Change> = object<Change>({
  version: version(1),
  at: readStamp,
  put: listOf(name),
  erased: listOf(name),
});

/** The last stamp that this device has made or seen. */
export interface FeedHead {
  readonly version: 1;
  readonly last: Stamp;
}

export const readFeedHead: Reader<FeedHead> = object<FeedHead>({ version: version(1), last: readStamp });
