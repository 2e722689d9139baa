import { ORIGIN_SOURCES, type Origin } from '../../domain/entry/origin';
import { listOf, name, nullable, object, oneOf, optional, type Reader, text } from './reader';

export const readOrigin: Reader<Origin> = object<Origin>({
  source: oneOf(ORIGIN_SOURCES),
  app: optional(name),
  key: name,
  mood: nullable(text),
  activities: listOf(text),
});
