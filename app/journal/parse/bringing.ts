import { BRINGING_KINDS, type Bringing } from '../../domain/entry/bringing';
import { object, oneOf, type Reader, version, wholeNumber } from './reader';

export const readBringing: Reader<Bringing> = object<Bringing>({
  version: version(1),
  kind: oneOf(BRINGING_KINDS),
  total: wholeNumber(0),
  done: wholeNumber(0),
});
