import { BULK_WRITE_KINDS, type BulkWrite } from '../../domain/entry/bulk-write';
import { object, oneOf, type Reader, version, wholeNumber } from './reader';

export const readBulkWrite: Reader<BulkWrite> = object<BulkWrite>({
  version: version(1),
  kind: oneOf(BULK_WRITE_KINDS),
  total: wholeNumber(0),
  done: wholeNumber(0),
});
