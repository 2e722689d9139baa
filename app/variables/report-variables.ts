import { joinPairs, joinWords } from '../base/word-list';
import type { Entry } from '../domain/entry/entry';
import { ALL_FEELINGS } from '../domain/report/feelings';
import type { Rating } from '../domain/report/rating';
import { FEELINGS } from '../domain/report/report';
import { TAG_KINDS } from '../domain/report/tags';
import { outlineVariable } from './outline-words';
import type { Variable } from './variable';

/** What the person said: the record. */
export const reportVariables = (): readonly Variable<Entry>[] => [
  ...rating('valence'),
  ...rating('arousal'),
  {
    name: 'feelings',
    label: 'the feelings that were chosen, each with its strength',
    type: 'list',
    unit: '1 to 5',
    read: ({ report }) => joinPairs(report.feelings.map(({ name, intensity }) => [name, intensity] as const)) || null,
  },
  // Those of 0.1.0 first, in their order.
  ...[...new Set<string>([...FEELINGS, ...ALL_FEELINGS])].map(
    (feeling): Variable<Entry> => ({
      name: `feeling_${feeling}`,
      label: `strength of “${feeling}”; empty if it wasn’t chosen`,
      type: 'whole number',
      unit: '1 to 5',
      range: [1, 5],
      instrument: 'reverie-feelings 1',
      citation: 'Words of ours, by quarters of the circumplex: Russell 1980, J Pers Soc Psychol 39:1161',
      read: ({ report }) => report.feelings.find(({ name }) => name === feeling)?.intensity ?? null,
    }),
  ),
  { name: 'note', label: 'the note, in the person’s own words', type: 'text', read: ({ report }) => report.note },
  ...TAG_KINDS.map(
    (kind): Variable<Entry> => ({
      name: `tags_${kind}`,
      label: TAG_LABELS[kind],
      type: 'list',
      read: ({ report }) =>
        joinWords((report.tags ?? []).filter((tag) => tag.kind === kind).map(({ name }) => name)) || null,
    }),
  ),
];

const TAG_LABELS = {
  person: 'who was there, in the person’s own words',
  place: 'where it was',
  activity: 'what was done',
  own: 'anything else the person marked it with',
} as const;

/** A rating in six columns: where it stands between -1 and 1, then the number that was given and on what. */
function rating(name: 'valence' | 'arousal'): Variable<Entry>[] {
  const of = ({ report }: Entry): Rating | null => report[name];
  return [
    outlineVariable(name),
    {
      name: `${name}_raw`,
      label: 'the number on the instrument’s own scale',
      type: 'number',
      read: (entry) => of(entry)?.raw ?? null,
    },
    {
      name: `${name}_low`,
      label: 'lowest number of that scale',
      type: 'number',
      read: (entry) => of(entry)?.bounds[0] ?? null,
    },
    {
      name: `${name}_high`,
      label: 'highest number of that scale',
      type: 'number',
      read: (entry) => of(entry)?.bounds[1] ?? null,
    },
    {
      name: `${name}_instrument`,
      label:
        'the instrument the rating was given on; reverie-pad has nine by nine places, an idea of Russell et al. 1989, J Pers Soc Psychol 57:493',
      type: 'text',
      read: (entry) => of(entry)?.instrument ?? null,
    },
    {
      name: `${name}_instrument_version`,
      label: 'version of that instrument',
      type: 'whole number',
      range: [1, Number.MAX_SAFE_INTEGER],
      read: (entry) => of(entry)?.instrumentVersion ?? null,
    },
  ];
}
