import { msg, str } from '@lit/localize';
import { joinPairs } from '../base/word-list';
import type { Entry } from '../domain/entry/entry';
import type { Rating } from '../domain/report/rating';
import { FEELINGS } from '../domain/report/report';
import { feelingWord } from '../words/report/feeling-words';
import { arousalScale, type ScaleWords, valenceScale } from '../words/report/rating-words';
import type { Variable } from './variable';

/** What the person said: the record. */
export const reportVariables = (): readonly Variable<Entry>[] => [
  ...rating('valence', valenceScale()),
  ...rating('arousal', arousalScale()),
  {
    name: 'feelings',
    label: msg('the feelings that were chosen, each with its strength'),
    type: 'list',
    unit: '1 to 5',
    read: ({ report }) => joinPairs(report.feelings.map(({ name, intensity }) => [name, intensity] as const)) || null,
  },
  ...FEELINGS.map((feeling): Variable<Entry> => {
    const word = feelingWord(feeling);
    return {
      name: `feeling_${feeling}`,
      label: msg(str`strength of “${word}”; empty if it wasn’t chosen`),
      type: 'whole number',
      unit: '1 to 5',
      range: [1, 5],
      instrument: 'reverie-feelings 1',
      citation: 'Words of ours, by quarters of the circumplex: Russell 1980, J Pers Soc Psychol 39:1161',
      read: ({ report }) => report.feelings.find(({ name }) => name === feeling)?.intensity ?? null,
    };
  }),
  { name: 'note', label: msg('the note, in the person’s own words'), type: 'text', read: ({ report }) => report.note },
];

/** A rating in six columns: where it stands between -1 and 1, then the number that was given and on what. */
function rating(name: 'valence' | 'arousal', { question, low, high }: ScaleWords): Variable<Entry>[] {
  const ends = msg(str`${question} From ${low} to ${high}.`);
  const of = ({ report }: Entry): Rating | null => report[name];
  return [
    {
      name,
      label: ends,
      type: 'number',
      unit: '-1 to 1',
      range: [-1, 1],
      instrument: 'reverie-slider 1',
      citation: 'Empty where it was not touched: Betella & Verschure 2016, PLoS ONE 11:e0148037',
      read: (entry) => of(entry)?.value ?? null,
    },
    {
      name: `${name}_raw`,
      label: msg('the number on the instrument’s own scale'),
      type: 'number',
      read: (entry) => of(entry)?.raw ?? null,
    },
    {
      name: `${name}_low`,
      label: msg('lowest number of that scale'),
      type: 'number',
      read: (entry) => of(entry)?.bounds[0] ?? null,
    },
    {
      name: `${name}_high`,
      label: msg('highest number of that scale'),
      type: 'number',
      read: (entry) => of(entry)?.bounds[1] ?? null,
    },
    {
      name: `${name}_instrument`,
      label: msg('the instrument the rating was given on'),
      type: 'text',
      read: (entry) => of(entry)?.instrument ?? null,
    },
    {
      name: `${name}_instrument_version`,
      label: msg('version of that instrument'),
      type: 'whole number',
      range: [1, Number.MAX_SAFE_INTEGER],
      read: (entry) => of(entry)?.instrumentVersion ?? null,
    },
  ];
}
