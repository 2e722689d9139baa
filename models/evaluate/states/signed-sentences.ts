import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvParseRows } from 'd3-dsv';
import { MINUTE_MS } from '../../../app/base/time';
import type { ActionUnit } from '../../../app/domain/face/action-unit';
import type { StateStretch } from '../../../app/domain/face/face-states';
import { nodsOf } from '../../../app/dynamics/states/nods';
import { restOf } from '../../../app/dynamics/units/rest';
import { unitStrength } from '../../../app/dynamics/units/unit-scores';
import { UNIT_RULES } from '../../../app/dynamics/units/unit-table';
import { mean } from '../../../app/statistics/mean';
import { InputError } from '../../tools/input-error';
import { aucOf } from '../units/unit-figures';
import { type BlinkFigures, blinkFigures } from './blink-figures';
import { hasDepth, KINECT_POINTS, type KinectFace, kinectFaces } from './kinect-face';
import { readLabels } from './labels';

/** One recording: how well each of these ranks its annotated frames above the others. */
export interface SentenceFigures {
  readonly frames: number;
  readonly annotated: number;
  /** Area under the ROC curve of AU1 and AU2 together, of AU4, and of the head's turn down. */
  readonly browsUp: number;
  readonly browsDown: number;
  /** The same of what the head's turn does not explain (a straight line over the recording). */
  readonly browsUpAlone: number;
  readonly browsDownAlone: number;
  readonly headDown: number;
  /** Bouts of annotated frames in which nods were found, and nods outside of them. */
  readonly nods: BlinkFigures;
}

interface Frame extends KinectFace {
  readonly tMs: number;
  readonly annotated: boolean;
}

/** The brows and nods of signed sentences against what was annotated: one signer, tracked by a Kinect. */
export function evaluateSentences(folder: string): Readonly<Record<string, SentenceFigures>> {
  const names = readLabels(folder, ['recording']).map(({ recording }) => recording!);
  return Object.fromEntries(names.map((name) => [name, figuresOf(framesOf(join(folder, `${name}.csv.gz`)))]));
}

function figuresOf(frames: readonly Frame[]): SentenceFigures {
  const rest = restOf(frames.map(({ measures }) => measures))!;
  const strength = (unit: ActionUnit, { measures }: Frame): number =>
    unitStrength(UNIT_RULES.find((rule) => rule.unit === unit)!, measures, rest);
  const auc = (scores: readonly number[]): number =>
    aucOf(frames.map(({ annotated }, at) => ({ coded: annotated, told: scores[at]! })));
  const up = frames.map((frame) => strength('AU1', frame) + strength('AU2', frame));
  const down = frames.map((frame) => strength('AU4', frame));
  const pitches = frames.map(({ pitch }) => pitch);
  return {
    frames: frames.length,
    annotated: frames.filter(({ annotated }) => annotated).length,
    browsUp: auc(up),
    browsDown: auc(down),
    browsUpAlone: auc(residuals(up, pitches)),
    browsDownAlone: auc(residuals(down, pitches)),
    headDown: auc(pitches.map((pitch) => -pitch)),
    nods: nodFigures(frames),
  };
}

/** What a straight line over `by` leaves of `values`. */
function residuals(values: readonly number[], by: readonly number[]): number[] {
  const [centre, centreBy] = [mean(values), mean(by)];
  const along = (at: number): number => by[at]! - centreBy;
  const together = values.reduce((sum, value, at) => sum + (value - centre) * along(at), 0);
  const slope = together / by.reduce((sum, _, at) => sum + along(at) ** 2, 0);
  return values.map((value, at) => value - centre - slope * along(at));
}

function nodFigures(frames: readonly Frame[]): BlinkFigures {
  const readings = frames.map(({ tMs, pitch, yaw }, at) => ({
    ...{ tMs, pitch, yaw, usable: true, openness: Number.NaN, gazeDown: null, measures: null },
    heldMs: (frames[at + 1]?.tMs ?? tMs) - tMs,
  }));
  const minutes = (frames.at(-1)!.tMs - frames[0]!.tMs) / MINUTE_MS;
  return blinkFigures(nodsOf(readings) ?? [], boutsOf(frames), minutes);
}

/** The stretches of annotated frames. */
function boutsOf(frames: readonly Frame[]): StateStretch[] {
  const bouts: { onsetMs: number; offsetMs: number }[] = [];
  for (const [at, { annotated, tMs }] of frames.entries()) {
    if (!annotated) continue;
    if (frames[at - 1]?.annotated) bouts.at(-1)!.offsetMs = tMs;
    else bouts.push({ onsetMs: tMs, offsetMs: tMs });
  }
  return bouts;
}

/** Throws InputError. */
function framesOf(path: string): Frame[] {
  if (!existsSync(path)) throw new InputError(`${path}: there is no such file`);
  const [, ...rows] = csvParseRows(gunzipSync(readFileSync(path)).toString('utf8'));
  const points = rows.map((row) => Float64Array.from(row.slice(2, 2 + 3 * KINECT_POINTS), Number));
  const seen = rows.flatMap((row, at) => (hasDepth(points[at]!) ? [{ row, points: points[at]! }] : []));
  const faces = kinectFaces(seen.map((one) => one.points));
  return seen.map(({ row: [label, time] }, at) => ({
    ...faces[at]!,
    annotated: Number(label) === 1,
    tMs: millisecondsOf(time!),
  }));
}

/** `1390385450.59` is 59 ms after the second: the recordings write milliseconds without their zeros. */
function millisecondsOf(time: string): number {
  const [seconds, milliseconds = '0'] = time.split('.');
  return Number(seconds) * 1000 + Number(milliseconds);
}
