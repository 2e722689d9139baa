import { type CueChoices, NAMED_KINDS, type Named, type Offered, type OwnCue } from '../../domain/memory/cue-choices';
import { CUE_VALENCES, DIRECTIONS } from '../../domain/memory/memory';
import { listOf, name, nullable, object, oneOf, optional, type Reader } from './reader';

export const readCueChoices: Reader<CueChoices> = object<CueChoices>({
  offered: listOf(object<Offered>({ day: name, cueId: name, besideId: nullable(name) })),
  favoured: listOf(name),
  hidden: listOf(name),
  own: listOf(object<OwnCue>({ id: name, valence: oneOf(CUE_VALENCES), direction: oneOf(DIRECTIONS), question: name })),
  named: optional(listOf(object<Named>({ id: name, kind: oneOf(NAMED_KINDS), name }))),
});
