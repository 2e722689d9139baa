import type { NumberType } from '../../base/number-arrays';
import { EXPRESSIONS } from './expression';
import { FACE_MEASURE_NAMES } from './face-measure-names';
import type { FaceReading } from './face-reading';

/** One of the numbers that a column holds of each reading. */
export interface TraceNumber {
  /** Its column in a table; the same in every language and version. */
  readonly name: string;
  /** What it says, in the words of the codebook. Face measures have theirs in a table of their own, `face-measures.ts`. */
  readonly label?: string;
}

/** What is known of a frame, whether or not there was a face in it. */
export interface RecordedFrame {
  /** Trace time, see `TraceSegment`. */
  readonly tMs: number;
  /** Probability, 0..1, that there was a face. */
  readonly presence: number;
}

interface AnyColumn {
  /** The first version of the trace's format that has it: older traces are without it. */
  readonly since: number;
  readonly type: NumberType;
  /** The numbers of one reading, in their order. The column holds those of n readings, row-major. */
  readonly numbers: readonly TraceNumber[];
  readonly unit: string;
  /** Lowest and highest possible number. */
  readonly range?: readonly [low: number, high: number];
  readonly citation?: string;
}

/** A column that says something of every frame, and so never holds NaN. */
export interface FrameColumn extends AnyColumn {
  readonly of: 'frame';
  /** It never falls from one reading to the next; what is read is checked for it. */
  readonly ascends?: true;
  readonly read: (frame: RecordedFrame) => readonly number[];
}

/** A column that describes the face: all of a reading's numbers are NaN where no face was readable. */
export interface FaceColumn extends AnyColumn {
  readonly of: 'face';
  readonly read: (face: FaceReading) => readonly number[];
}

/**
 * A column that is reckoned from the others once the recording is over, because it needs all of it. NaN where no face was readable,
 * and where it cannot be told.
 */
export interface ReckonedColumn extends AnyColumn {
  readonly of: 'recording';
}

export type TraceColumn = FrameColumn | FaceColumn | ReckonedColumn;
/** Columns by their names in a trace, in the order they are written. */
export type TraceColumns = Readonly<Record<string, TraceColumn>>;

const LABELS = 'Labels of FER+: Barsoum et al. 2016, arXiv 1608.01041';

/**
 * Every column of a trace, once.
 *
 * [Note: Trace columns] The type `Trace`, the recorder, the parser, the JSON of exports and backups, the tables of a data set and
 * their codebook all follow from this table: a new column is a new entry here. Its `since` is then one above the highest there is,
 * which becomes the version that new traces are written with. Traces of an older version stay as they are: they lack the column,
 * their version says so, and no reader asks them for it.
 */
export const TRACE_COLUMNS = {
  tMs: {
    since: 1,
    of: 'frame',
    type: 'f64',
    ascends: true,
    numbers: [{ name: 't_ms', label: 'time since the baseline began, excluding choosing and pauses' }],
    unit: 'ms',
    read: ({ tMs }) => [tMs],
  },
  presence: {
    since: 1,
    of: 'frame',
    type: 'f32',
    numbers: [{ name: 'presence', label: 'probability that there was a face; below 0.5, ignore the rest of the row' }],
    unit: 'probability',
    range: [0, 1],
    read: ({ presence }) => [presence],
  },
  expression: {
    since: 1,
    of: 'face',
    type: 'f32',
    numbers: EXPRESSIONS.map((name) => ({ name: `score_${name}`, label: `score of “${name}”` })),
    unit: 'probability',
    range: [0, 1],
    citation: LABELS,
    read: ({ expression }) => EXPRESSIONS.map((name) => expression[name]),
  },
  facialValence: {
    since: 1,
    of: 'face',
    type: 'f32',
    numbers: [
      {
        name: 'facial_valence',
        label: 'how far raters would see happiness rather than the strongest negative expression',
      },
    ],
    unit: '-1 to 1',
    range: [-1, 1],
    citation: 'Lewinski et al. 2014, J Neurosci Psychol Econ 7:227',
    read: ({ facialValence }) => [facialValence],
  },
  pose: {
    since: 1,
    of: 'face',
    type: 'f32',
    numbers: ['yaw', 'pitch', 'roll'].map((name) => ({ name: `${name}_rad`, label: `turn of the head: ${name}` })),
    unit: 'radians',
    range: [-Math.PI, Math.PI],
    read: ({ pose: { yaw, pitch, roll } }) => [yaw, pitch, roll],
  },
  eyeOpenness: {
    since: 1,
    of: 'face',
    type: 'f32',
    numbers: ['left', 'right'].map((side) => ({
      name: `eye_${side}`,
      label: 'how open the eye was, the person’s own left and right',
    })),
    unit: 'eye aspect ratio',
    citation: 'Soukupova & Cech 2016, Computer Vision Winter Workshop',
    read: ({ eyes: { left, right } }) => [left.openness, right.openness],
  },
  measures: {
    since: 2,
    of: 'face',
    type: 'f32',
    numbers: FACE_MEASURE_NAMES.map((name) => ({ name: `${name}_cm` })),
    unit: 'cm on a face of average size, the head’s turn and distance removed',
    citation:
      'Points of MediaPipe Face Mesh: Kartynnik et al. 2019, arXiv 1907.06724; units of FACS: Ekman, Friesen & Hager 2002',
    read: ({ measures }) => [...measures],
  },
  gaze: {
    since: 3,
    of: 'face',
    type: 'f32',
    numbers: [
      { name: 'gaze_away', label: 'whether the eyes looked to the side or up, away from the screen' },
      { name: 'gaze_down', label: 'whether the eyes looked down, further than to the screen' },
    ],
    unit: '1 yes, 0 no',
    range: [0, 1],
    citation: 'Uncalibrated: it errs by about 20 degrees',
    read: ({ gaze }) => [gaze === 'averted' ? 1 : 0, gaze === 'down' ? 1 : 0],
  },
  fused: {
    since: 3,
    of: 'recording',
    type: 'f32',
    numbers: EXPRESSIONS.map((name) => ({ name: `fused_${name}`, label: `“${name}”, by the score and by what moved` })),
    unit: 'probability',
    range: [0, 1],
    citation: LABELS,
  },
} as const satisfies TraceColumns;
