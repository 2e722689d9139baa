import { joinPairs, joinWords } from '../base/word-list';
import type { Entry } from '../domain/entry/entry';
import { ACTION_UNITS, type UnitEvent } from '../domain/face/action-unit';
import { EXPRESSIONS } from '../domain/face/expression';
import { type FaceStates, STATES, type StateName } from '../domain/face/face-states';
import { type FaceOutcome, type FaceSummary, NO_SUMMARY_REASONS } from '../domain/face/face-summary';
import { countedUnits, type Misread } from '../domain/face/misread';
import { countedMixed, countedStates } from '../domain/face/seen';
import { CLASSIFIER, FACIAL_VALENCE } from './instruments';
import { outlineVariable } from './outline-words';
import type { Cell, Variable } from './variable';

type About = Omit<Variable<Entry>, 'name' | 'read' | 'only'>;

const LABELS =
  'Labels of FER+: Barsoum et al. 2016, arXiv 1608.01041. An expression is not a feeling: Barrett et al. 2019, Psychol Sci Public Interest 20:1';
const FACS = 'Ekman, Friesen & Hager 2002, Facial Action Coding System';
const MS = { type: 'number', unit: 'ms', range: [0, Number.MAX_VALUE] } as const;
const SHARE = { type: 'number', unit: 'share, 0 to 1', range: [0, 1] } as const;
const INTO = { type: 'number', unit: 'ms since the recall began' } as const;

/** Why a recall can be without a summary; `summary` where it has one. */
const OUTCOMES = ['summary', ...NO_SUMMARY_REASONS] as const;

/** What the face showed: a second, uncertain witness. */
export const faceVariables = (): readonly Variable<Entry>[] => [
  ofRecall(
    'face_outcome',
    { label: 'whether there is a summary of the face, or why not', type: 'category', values: OUTCOMES },
    (face) => (face.summary ? 'summary' : face.reason),
  ),
  {
    name: 'face_disputed',
    label: 'whether the person marked the face as misread; if so, leave the summary out',
    type: 'yes or no',
    only: 'recall',
    read: (entry) => (entry.kind === 'recall' ? entry.faceDisputed : null),
  },
  {
    name: 'face_misread',
    label:
      'action units and states that the person marked as misread, which are left out of those below: name, onset and offset',
    type: 'list',
    unit: 'ms since the recall began',
    only: 'recall',
    read: (entry) =>
      entry.kind === 'recall' && entry.misread
        ? joinWords(entry.misread.map((mark) => [nameOf(mark), mark.onsetMs, mark.offsetMs].join(' ')))
        : null,
  },
  {
    name: 'has_trace',
    label: 'whether the readings themselves were saved',
    type: 'yes or no',
    only: 'recall',
    read: (entry) => (entry.kind === 'recall' ? entry.hasTrace : null),
  },
  ...means(),
  ...quality(),
  ...peaks(),
  ...units(),
  ...mixed(),
  ...states(),
  ...turn(),
  ofSummary('models', { label: 'model and version for each role', type: 'list' }, ({ models }) =>
    joinPairs(Object.entries(models), '='),
  ),
  ofSummary('backend', { label: 'what the models ran on', type: 'text' }, ({ backend }) => backend),
];

const nameOf = (mark: Misread): string => ('unit' in mark ? mark.unit : columnOf(mark.state));

const means = (): Variable<Entry>[] => [
  outlineVariable('facialValence'),
  outlineVariable('facialValenceHalfWidth'),
  ofSummary(
    'valence_baseline',
    { ...FACIAL_VALENCE, label: 'mean facial valence of the baseline' },
    (face) => face.baselineFacialValence,
  ),
  ...EXPRESSIONS.map((name) =>
    ofSummary(
      `mean_${name}`,
      { ...SHARE, label: `mean score of “${name}” over the recall`, instrument: CLASSIFIER, citation: LABELS },
      ({ expression }) => expression[name],
    ),
  ),
];

const quality = (): Variable<Entry>[] => [
  ofRecall('face_usable_share', { ...SHARE, label: 'usable readings / all readings of the recall' }, (face) =>
    face.summary ? face.summary.usableShare : face.usableShare,
  ),
  ofRecall('face_usable_ms', { ...MS, label: 'usable time of the recall' }, (face) =>
    face.summary ? face.summary.usableMs : face.usableMs,
  ),
  ofSummary(
    'readings',
    { label: 'readings of the recall', type: 'whole number', range: [0, Number.MAX_SAFE_INTEGER] },
    ({ readings }) => readings,
  ),
  ofSummary('recall_ms', { ...MS, label: 'length of the recall, excluding pauses' }, ({ recallMs }) => recallMs),
];

/** Each peak as `expression onset apex offset score`; a table has no room for a list of records. */
const peaks = (): Variable<Entry>[] => [
  ofSummary(
    'peak_count',
    {
      label: 'how often an expression stood out from the person’s own baseline',
      type: 'whole number',
      range: [0, Number.MAX_SAFE_INTEGER],
    },
    (face) => face.peaks.length,
  ),
  ofSummary(
    'peaks',
    {
      label: 'each of these peaks: expression, onset, apex and offset, score at the apex',
      type: 'list',
      unit: 'ms since the recall began; score 0 to 1',
    },
    (face) =>
      joinWords(
        face.peaks.map(({ expression, onsetMs, apexMs, offsetMs, apexScore }) =>
          [expression, onsetMs, apexMs, offsetMs, apexScore].join(' '),
        ),
      ),
  ),
];

/** Empty, not 0, where they could not be read: without a baseline, or before face measures were kept. */
const units = (): Variable<Entry>[] => [
  ofUnits(
    'unit_count',
    {
      label: 'how often an action unit was there, against the person’s own baseline',
      type: 'whole number',
      range: [0, Number.MAX_SAFE_INTEGER],
      citation: FACS,
    },
    (units) => units.length,
  ),
  ofUnits(
    'units',
    {
      label: `each of these units: ${ACTION_UNITS.join(', ')}; onset, apex and offset, strength at the apex, and the side if only one half moved`,
      type: 'list',
      unit: 'ms since the recall began; strength 1 or more, in multiples of the score from which on the unit is there',
      citation: FACS,
    },
    (units) =>
      joinWords(
        units.map(({ unit, onsetMs, apexMs, offsetMs, strength, side }) =>
          [unit, onsetMs, apexMs, offsetMs, Math.round(strength * 100) / 100, ...(side ? [side] : [])].join(' '),
        ),
      ),
  ),
];

/** Empty where it could not be told, as with units. */
const mixed = (): Variable<Entry>[] => [
  ofRead(
    'mixed',
    'mixed',
    {
      label:
        'each time the face showed two expressions at once: both with their shares, how sure, onset, apex and offset',
      type: 'list',
      unit: 'shares and certainty 0 to 1; ms since the recall began',
      instrument: 'units and expression model together; not measured on mixed faces: models/units/CARD.md',
      citation: 'Du, Tao & Martinez 2014, PNAS 111:E1454',
    },
    countedMixed,
    (mixed) =>
      joinWords(
        mixed.map(({ parts: [a, b], shares: [ofA, ofB], sure, onsetMs, apexMs, offsetMs }) =>
          [a, hundredths(ofA), b, hundredths(ofB), hundredths(sure), onsetMs, apexMs, offsetMs].join(' '),
        ),
      ),
  ),
];

const hundredths = (share: number): number => Math.round(100 * share) / 100;

const STATE_LABELS: Readonly<Record<StateName, string>> = {
  'eyes-closed': 'the eyes were closed, for a second or longer, as many people do to remember',
  'gaze-down': 'the eyes looked down, further than to the screen',
  yawn: 'the mouth was open as in a yawn',
  nod: 'the head nodded',
  talking: 'the lips moved as in talking',
  quiet: 'nothing in the face moved for ten seconds or longer',
};
const STATE_INSTRUMENT = 'thresholds and their errors: models/units/STATES.md';

/** Empty where there was not enough to tell; an empty list cannot be told from that, so there is a count. */
const states = (): Variable<Entry>[] => [
  ofSummary(
    'blinks_per_minute',
    { label: 'blinks a minute of readable time', type: 'number', range: [0, 600], instrument: STATE_INSTRUMENT },
    (face) => face.states?.blinks?.perMinute,
  ),
  ofSummary(
    'blink_mean_ms',
    { ...MS, label: 'mean length of a blink; it errs by half the time between readings', instrument: STATE_INSTRUMENT },
    (face) => face.states?.blinks?.meanMs,
  ),
  ofStates(
    'perclos',
    {
      ...SHARE,
      label:
        'share of readable time, a minute or more, in which the eyes were at least four fifths closed, also on purpose',
      instrument: STATE_INSTRUMENT,
      citation: 'Wierwille et al. 1994, DOT HS 808 247',
    },
    ({ closedShare }) => closedShare,
  ),
  ...STATES.flatMap((state) => stretchesOf(state)),
];

const columnOf = (state: StateName): string => state.replace('-', '_');

function stretchesOf(state: StateName): Variable<Entry>[] {
  const name = columnOf(state);
  const about = { label: STATE_LABELS[state], instrument: STATE_INSTRUMENT };
  return [
    ofStates(
      `${name}_count`,
      { ...about, label: `how often ${about.label}`, type: 'whole number', range: [0, Number.MAX_SAFE_INTEGER] },
      ({ stretches }) => stretches[state]?.length ?? null,
    ),
    ofStates(
      name,
      {
        ...about,
        label: `each time ${about.label}: onset and offset`,
        type: 'list',
        unit: 'ms since the recall began',
      },
      ({ stretches: { [state]: found } }) => {
        return found && joinWords(found.map(({ onsetMs, offsetMs }) => `${onsetMs} ${offsetMs}`));
      },
    ),
  ];
}

const turn = (): Variable<Entry>[] => [
  ofSummary('turn_at_ms', { ...INTO, label: 'time of the one clear change in the face' }, (face) => face.turn?.atMs),
  ofSummary(
    'turn_from',
    { label: 'strongest expression before it', type: 'category', values: EXPRESSIONS },
    (face) => face.turn?.from,
  ),
  ofSummary(
    'turn_to',
    { label: 'strongest expression after it', type: 'category', values: EXPRESSIONS },
    (face) => face.turn?.to,
  ),
  ofSummary(
    'turn_from_valence',
    { ...FACIAL_VALENCE, label: 'mean facial valence before it' },
    (face) => face.turn?.fromValence,
  ),
  ofSummary(
    'turn_to_valence',
    { ...FACIAL_VALENCE, label: 'mean facial valence after it' },
    (face) => face.turn?.toValence,
  ),
];

const ofRecall = (name: string, about: About, read: (face: FaceOutcome) => Cell): Variable<Entry> => ({
  ...about,
  name,
  only: 'recall',
  read: (entry) => (entry.kind === 'recall' ? read(entry.face) : null),
});

/** Of one part of the summary, without what the person marked as misread in it. */
const ofRead = <K extends 'units' | 'mixed' | 'states'>(
  name: string,
  part: K,
  about: About,
  counted: (read: NonNullable<FaceSummary[K]>, misread: readonly Misread[]) => NonNullable<FaceSummary[K]>,
  cell: (counted: NonNullable<FaceSummary[K]>) => Cell,
): Variable<Entry> => ({
  ...about,
  name: `face_${name}`,
  only: 'recall',
  read: (entry) => {
    const read = entry.kind === 'recall' ? entry.face.summary?.[part] : undefined;
    return read && entry.kind === 'recall' ? cell(counted(read, entry.misread ?? [])) : null;
  },
});

const ofUnits = (name: string, about: About, cell: (units: readonly UnitEvent[]) => Cell): Variable<Entry> =>
  ofRead(name, 'units', about, countedUnits, cell);

const ofStates = (name: string, about: About, cell: (states: FaceStates) => Cell): Variable<Entry> =>
  ofRead(name, 'states', about, countedStates, cell);

const ofSummary = (name: string, about: About, read: (face: FaceSummary) => Cell | undefined): Variable<Entry> =>
  ofRecall(`face_${name}`, about, (face) => (face.summary ? (read(face.summary) ?? null) : null));
