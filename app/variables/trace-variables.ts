import { msg, str } from '@lit/localize';
import { EXPRESSIONS } from '../domain/face/expression';
import type { Trace } from '../domain/face/trace';
import { expressionWord } from '../words/face/expression-words';
import type { Cell, Variable } from './variable';

/** One reading of a trace. */
export interface Reading {
  readonly trace: Trace;
  /** 0..n - 1. */
  readonly index: number;
}

/** Digits behind the point: finer than any model here can tell. The JSON file holds the numbers as they were. */
const DIGITS = 4;
const SCALE = 10 ** DIGITS;
const ROUNDED = `rounded to ${DIGITS} digits; empty where no face was readable`;

/** A number without a value (no face) is an empty cell. */
const rounded = (value: number | undefined): Cell =>
  value === undefined || !Number.isFinite(value) ? null : Math.round(value * SCALE) / SCALE;

const columns = (
  names: readonly string[],
  column: 'pose' | 'eyeOpenness' | 'expression',
  about: (name: string) => Omit<Variable<Reading>, 'name' | 'read'>,
): Variable<Reading>[] =>
  names.map((name, place) => ({
    ...about(name),
    name,
    read: ({ trace, index }) => rounded(trace[column][index * names.length + place]),
  }));

/** The columns of a trace's table, one row per reading. */
export const traceVariables = (): readonly Variable<Reading>[] => [
  {
    name: 'entry_id',
    label: msg('the entry the reading belongs to'),
    type: 'text',
    read: ({ trace }) => trace.entryId,
  },
  {
    name: 't_ms',
    label: msg('time since the baseline began, choosing and pauses left out'),
    type: 'number',
    unit: 'ms',
    read: ({ trace, index }) => trace.tMs[index] ?? null,
  },
  {
    name: 'phase',
    label: msg('part of the recall; empty between them'),
    type: 'category',
    values: ['baseline', 'recall'],
    read: phaseOf,
  },
  {
    name: 'presence',
    label: msg('probability that there was a face; below 0.5 nothing else may be used'),
    type: 'number',
    unit: 'probability',
    range: [0, 1],
    read: ({ trace, index }) => rounded(trace.presence[index]),
  },
  ...expressions(),
  {
    name: 'facial_valence',
    label: msg('how far raters would see happiness rather than the strongest negative expression'),
    type: 'number',
    unit: `-1 to 1, ${ROUNDED}`,
    range: [-1, 1],
    citation: 'Lewinski et al. 2014, J Neurosci Psychol Econ 7:227',
    read: ({ trace, index }) => rounded(trace.facialValence[index]),
  },
  ...columns(['yaw_rad', 'pitch_rad', 'roll_rad'], 'pose', (name) => ({
    label: msg(str`turn of the head: ${name.slice(0, -4)}`),
    type: 'number',
    unit: `radians, ${ROUNDED}`,
    range: [-Math.PI, Math.PI],
  })),
  ...columns(['eye_left', 'eye_right'], 'eyeOpenness', () => ({
    label: msg('how open the eye was, the person’s own left and right'),
    type: 'number',
    unit: `eye aspect ratio, ${ROUNDED}`,
    citation: 'Soukupova & Cech 2016, Computer Vision Winter Workshop',
  })),
];

/** Row-major in the trace, by the order of `EXPRESSIONS`. */
const expressions = (): Variable<Reading>[] => {
  const named = columns(EXPRESSIONS, 'expression', (name) => ({
    label: msg(str`score of “${expressionWord(name as (typeof EXPRESSIONS)[number])}”`),
    type: 'number',
    unit: `probability, ${ROUNDED}`,
    range: [0, 1],
    citation: 'Labels of FER+: Barsoum et al. 2016, arXiv 1608.01041',
  }));
  return named.map((variable) => ({ ...variable, name: `score_${variable.name}` }));
};

function phaseOf({ trace, index }: Reading): Cell {
  const tMs = trace.tMs[index]!;
  return trace.segments.find(({ startMs, endMs }) => tMs >= startMs && tMs < endMs)?.phase ?? null;
}
