import type { Entry } from '../domain/entry/entry';
import { CUE_VALENCES, DIRECTIONS, type Memory, SPECIFICITIES, WHENS } from '../domain/memory/memory';
import { precisionOf } from '../domain/memory/memory-when';
import { FEELS_NOW, LIFE_PERIODS, PERSPECTIVES, TIMES_AHEAD } from '../domain/memory/recollection';
import type { Cell, Variable } from './variable';

const AMT = 'Autobiographical Memory Test: Williams & Broadbent 1986, J Abnorm Psychol 95:144';
const AMQ =
  'The terms of the Autobiographical Memory Questionnaire: Rubin, Schrauf & Greenberg 2003, Mem Cognit 31:887';

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
  ...exactTime(),
  ...recollection(),
];

/** When it was, as exactly as they know. */
const exactTime = (): readonly Variable<Entry>[] => [
  of(
    'date',
    {
      label: 'when it was, if they know the year, the month or the day',
      type: 'text',
      unit: 'ISO 8601: a year, a month or a day',
    },
    ({ date }) => date ?? null,
  ),
  of(
    'date_precision',
    {
      label: 'the most exact thing they know of when it was; unsure where they said that they don’t know',
      type: 'category',
      values: ['day', 'month', 'year', 'life-period', 'unsure'],
    },
    ({ date, lifePeriod, whenUnsure }) =>
      date ? precisionOf(date) : lifePeriod ? 'life-period' : whenUnsure ? 'unsure' : null,
  ),
  of(
    'life_period',
    {
      label: 'the time of life it belongs to; not asked where the date is known, or where it is less than years ago',
      type: 'category',
      values: LIFE_PERIODS,
      citation: 'Lifetime periods: Conway & Pleydell-Pearce 2000, Psychol Rev 107:261',
    },
    ({ lifePeriod }) => lifePeriod ?? null,
  ),
  of(
    'time_ahead',
    { label: 'how far ahead it is; asked only of what is still to come', type: 'category', values: TIMES_AHEAD },
    ({ timeAhead }) => timeAhead ?? null,
  ),
];

/** How it is remembered. */
const recollection = (): readonly Variable<Entry>[] => [
  of(
    'one_occasion',
    {
      label: 'whether it is a single occasion',
      type: 'yes or no',
      instrument: 'the first of the two questions',
      citation: AMT,
    },
    ({ oneOccasion }) => oneOccasion ?? null,
  ),
  of(
    'perspective',
    {
      label: 'seen through their own eyes (field), from outside with themselves in view (observer), or both',
      type: 'category',
      values: PERSPECTIVES,
      citation: 'Nigro & Neisser 1983, Cogn Psychol 15:467',
    },
    ({ perspective }) => perspective ?? null,
  ),
  of(
    'reliving',
    { ...outOfSeven(), label: 'how much it felt like being there again', citation: AMQ },
    ({ reliving }) => reliving ?? null,
  ),
  of(
    'rehearsal',
    { ...outOfSeven(), label: 'how often it comes to mind', citation: AMQ },
    ({ rehearsal }) => rehearsal ?? null,
  ),
  of(
    'feels_now',
    {
      label: 'how it feels now, compared with then; not asked of what is still to come',
      type: 'category',
      values: FEELS_NOW,
      citation: 'Fading affect: Walker, Skowronski & Thompson 2003, Rev Gen Psychol 7:203',
    },
    ({ feelsNow }) => feelsNow ?? null,
  ),
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
