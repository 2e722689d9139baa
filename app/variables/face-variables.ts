import { msg, str } from '@lit/localize';
import { joinPairs, joinWords } from '../base/word-list';
import type { Entry } from '../domain/entry/entry';
import { EXPRESSIONS } from '../domain/face/expression';
import { type FaceOutcome, type FaceSummary, NO_SUMMARY_REASONS } from '../domain/face/face-summary';
import { expressionWord } from '../words/face/expression-words';
import type { Cell, Variable } from './variable';

type About = Omit<Variable<Entry>, 'name' | 'read' | 'only'>;

const VALENCE =
  'Estimate of how far raters see happiness rather than the strongest negative expression, as Lewinski et al. 2014, J Neurosci Psychol Econ 7:227, define it';
const LABELS =
  'Labels of FER+: Barsoum et al. 2016, arXiv 1608.01041. An expression is not a feeling: Barrett et al. 2019, Psychol Sci Public Interest 20:1';
const CLASSIFIER = 'expression model, see face_models';
const MS = { type: 'number', unit: 'ms', range: [0, Number.MAX_VALUE] } as const;
const SHARE = { type: 'number', unit: 'share, 0 to 1', range: [0, 1] } as const;
const SIGNED = { type: 'number', unit: '-1 to 1', range: [-1, 1], instrument: CLASSIFIER, citation: VALENCE } as const;
const INTO = { type: 'number', unit: 'ms since the recall began' } as const;

/** Why a recall can be without a summary; `summary` where it has one. */
const OUTCOMES = ['summary', ...NO_SUMMARY_REASONS] as const;

/** What the face showed: a second, uncertain witness. */
export const faceVariables = (): readonly Variable<Entry>[] => [
  ofRecall(
    'face_outcome',
    { label: msg('whether there is a summary of the face, or why not'), type: 'category', values: OUTCOMES },
    (face) => (face.summary ? 'summary' : face.reason),
  ),
  {
    name: 'face_disputed',
    label: msg('whether the person marked the face as misread; if so, leave the summary out'),
    type: 'yes or no',
    only: 'recall',
    read: (entry) => (entry.kind === 'recall' ? entry.faceDisputed : null),
  },
  {
    name: 'has_trace',
    label: msg('whether the readings themselves were saved'),
    type: 'yes or no',
    only: 'recall',
    read: (entry) => (entry.kind === 'recall' ? entry.hasTrace : null),
  },
  ...means(),
  ...quality(),
  ...peaks(),
  ...turn(),
  ofSummary('models', { label: msg('model and version for each role'), type: 'list' }, ({ models }) =>
    joinPairs(Object.entries(models), '='),
  ),
  ofSummary('backend', { label: msg('what the models ran on'), type: 'text' }, ({ backend }) => backend),
];

const means = (): Variable<Entry>[] => [
  ofSummary('valence', { ...SIGNED, label: msg('mean facial valence of the recall') }, (face) => face.facialValence),
  ofSummary(
    'valence_half_width',
    {
      label: msg('half width of the 95% interval of that mean, allowing for autocorrelation'),
      type: 'number',
      range: [0, Number.MAX_VALUE],
      citation: 'Effective sample size of autocorrelated readings',
    },
    (face) => face.facialValenceHalfWidth,
  ),
  ofSummary(
    'valence_baseline',
    { ...SIGNED, label: msg('mean facial valence of the baseline') },
    (face) => face.baselineFacialValence,
  ),
  ...EXPRESSIONS.map((name) => {
    const word = expressionWord(name);
    return ofSummary(
      `mean_${name}`,
      { ...SHARE, label: msg(str`mean score of “${word}” over the recall`), instrument: CLASSIFIER, citation: LABELS },
      ({ expression }) => expression[name],
    );
  }),
];

const quality = (): Variable<Entry>[] => [
  ofRecall('face_usable_share', { ...SHARE, label: msg('usable readings / all readings of the recall') }, (face) =>
    face.summary ? face.summary.usableShare : face.usableShare,
  ),
  ofRecall('face_usable_ms', { ...MS, label: msg('usable time of the recall') }, (face) =>
    face.summary ? face.summary.usableMs : face.usableMs,
  ),
  ofSummary(
    'readings',
    { label: msg('readings of the recall'), type: 'whole number', range: [0, Number.MAX_SAFE_INTEGER] },
    ({ readings }) => readings,
  ),
  ofSummary('recall_ms', { ...MS, label: msg('length of the recall, excluding pauses') }, ({ recallMs }) => recallMs),
];

/** Each peak as `expression onset apex offset score`; a table has no room for a list of records. */
const peaks = (): Variable<Entry>[] => [
  ofSummary(
    'peak_count',
    {
      label: msg('how often an expression stood out from the person’s own baseline'),
      type: 'whole number',
      range: [0, Number.MAX_SAFE_INTEGER],
    },
    (face) => face.peaks.length,
  ),
  ofSummary(
    'peaks',
    {
      label: msg('each of these peaks: expression, onset, apex and offset, score at the apex'),
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

const turn = (): Variable<Entry>[] => [
  ofSummary(
    'turn_at_ms',
    { ...INTO, label: msg('time of the one clear change in the face') },
    (face) => face.turn?.atMs,
  ),
  ofSummary(
    'turn_from',
    { label: msg('strongest expression before it'), type: 'category', values: EXPRESSIONS },
    (face) => face.turn?.from,
  ),
  ofSummary(
    'turn_to',
    { label: msg('strongest expression after it'), type: 'category', values: EXPRESSIONS },
    (face) => face.turn?.to,
  ),
  ofSummary(
    'turn_from_valence',
    { ...SIGNED, label: msg('mean facial valence before it') },
    (face) => face.turn?.fromValence,
  ),
  ofSummary(
    'turn_to_valence',
    { ...SIGNED, label: msg('mean facial valence after it') },
    (face) => face.turn?.toValence,
  ),
];

const ofRecall = (name: string, about: About, read: (face: FaceOutcome) => Cell): Variable<Entry> => ({
  ...about,
  name,
  only: 'recall',
  read: (entry) => (entry.kind === 'recall' ? read(entry.face) : null),
});

const ofSummary = (name: string, about: About, read: (face: FaceSummary) => Cell | undefined): Variable<Entry> =>
  ofRecall(`face_${name}`, about, (face) => (face.summary ? (read(face.summary) ?? null) : null));
