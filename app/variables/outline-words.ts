import type { Entry } from '../domain/entry/entry';
import { FACIAL_VALENCE, SLIDER } from './instruments';
import { OUTLINE_VARIABLES } from './outline-variables';
import type { Variable } from './variable';

type Words = Omit<Variable<Entry>, 'read'>;

/** What the table and the codebook say of the variables that a month keeps as well. See: [Note: Outline variables] */
const OUTLINE_WORDS = {
  id: { name: 'entry_id', label: 'the entry’s id, which its readings carry too', type: 'text' },
  kind: {
    name: 'kind',
    label: 'a guided recall, or a check-in without a camera',
    type: 'category',
    values: ['recall', 'check-in'],
  },
  valence: { ...SLIDER, name: 'valence', label: 'How did it feel to be there? From unpleasant to pleasant.' },
  arousal: { ...SLIDER, name: 'arousal', label: 'How strongly did it affect you? From calm to stirred up.' },
  facialValence: {
    ...FACIAL_VALENCE,
    name: 'face_valence',
    label: 'mean facial valence of the recall',
    only: 'recall',
  },
  facialValenceHalfWidth: {
    name: 'face_valence_half_width',
    label: 'half width of the 95% interval of that mean, allowing for autocorrelation',
    type: 'number',
    range: [0, Number.MAX_VALUE],
    citation: 'Effective sample size of autocorrelated readings',
    only: 'recall',
  },
  originKey: { name: 'origin_key', label: 'digest of the row it was made from', type: 'text', only: 'check-in' },
  againOf: {
    name: 'again_of',
    label: 'where the person went to a memory again: the id of the recall it was first relived in',
    type: 'text',
    only: 'recall',
  },
  ofDay: {
    name: 'of_day',
    label: 'whether it says how a whole day was, and not one moment of it',
    type: 'yes or no',
  },
} as const satisfies Partial<Record<keyof typeof OUTLINE_VARIABLES, Words>>;

/** A variable that a month keeps, as a column of the table. */
export const outlineVariable = (key: keyof typeof OUTLINE_WORDS): Variable<Entry> => ({
  ...OUTLINE_WORDS[key],
  read: OUTLINE_VARIABLES[key].read,
});
