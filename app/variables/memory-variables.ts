import type { Entry } from '../domain/entry/entry';
import { CUE_VALENCES, DIRECTIONS, type Memory, SPECIFICITIES, WHENS } from '../domain/memory/memory';
import type { Cell, Variable } from './variable';

const AMT = 'Autobiographical Memory Test: Williams & Broadbent 1986, J Abnorm Psychol 95:144';

/** What was recalled. */
export const memoryVariables = (): readonly Variable<Entry>[] => [
  of('title', { label: 'what the person called the memory', type: 'text' }, ({ title }) => title),
  of(
    'cue_id',
    { label: 'the cue, or empty if the person chose a memory of their own', type: 'text' },
    ({ cueId }) => cueId,
  ),
  of(
    'own_question',
    { label: 'the question, if the person wrote it themselves', type: 'text' },
    ({ ownCue }) => ownCue?.question ?? null,
  ),
  of(
    'own_question_valence',
    { label: 'what kind of moment they said it asks for', type: 'category', values: CUE_VALENCES },
    ({ ownCue }) => ownCue?.valence ?? null,
  ),
  of(
    'own_picture',
    { label: 'whether a picture that the person shared is kept with it', type: 'yes or no' },
    ({ ownCue }) => ownCue?.picture !== undefined,
  ),
  of(
    'direction',
    { label: 'whether it happened or is still to come', type: 'category', values: DIRECTIONS },
    ({ direction }) => direction,
  ),
  of('when', { label: 'how long ago or ahead', type: 'category', values: WHENS }, ({ when }) => when),
  of(
    'specificity',
    {
      label: 'a single occasion, a longer period, or something repeated',
      type: 'category',
      values: SPECIFICITIES,
      instrument: 'two questions, answered by the person',
      citation: AMT,
    },
    ({ specificity }) => specificity,
  ),
  of(
    'self_relevance',
    { ...outOfSeven(), label: 'how much it is part of who they are' },
    ({ selfRelevance }) => selfRelevance,
  ),
  of(
    'expected_valence',
    { label: 'what they expected it to be like, before the recall', type: 'category', values: CUE_VALENCES },
    ({ expectedValence }) => expectedValence,
  ),
  of('vividness', { ...outOfSeven(), label: 'how vivid it was' }, ({ vividness }) => vividness),
];

const outOfSeven = () =>
  ({ type: 'whole number', unit: '1 to 7', range: [1, 7], instrument: 'single rating of 7 points' }) as const;

const of = (
  name: string,
  about: Omit<Variable<Entry>, 'name' | 'read' | 'only'>,
  read: (memory: Memory) => Cell,
): Variable<Entry> => ({
  ...about,
  name: `memory_${name}`,
  only: 'recall',
  read: (entry) => (entry.kind === 'recall' ? read(entry.memory) : null),
});
