import { join } from 'node:path';
import type { DSVRowString } from 'd3-dsv';
import {
  EXPRESSIONS,
  type Expression,
  type ExpressionScores,
  isExpression,
  noScores,
} from '../../../app/domain/face/expression';
import { analyse } from '../../analyse/analyse';
import type { PrintedResult } from '../../analyse/result';
import { imagePath, readLabels } from '../states/labels';

/** What the labels of a set say of a picture. */
export interface LabelledPicture {
  readonly file: string;
  readonly person: string;
  /** What was posed; null where the set does not say. */
  readonly posed: Expression | null;
  /** Share of the raters for whom each expression was the strongest; null where they were not asked. */
  readonly seen: ExpressionScores | null;
  /** Mean rating of happiness minus that of the strongest of sadness, anger, disgust and fear, in the set's own unit; null without ratings. */
  readonly valence: number | null;
}

/** A picture with what the reader makes of it; null where it finds no face. */
export interface ReadPicture extends LabelledPicture {
  /** As `analyse` reads a picture. */
  readonly still: ExpressionScores | null;
  /** By the prior of web faces. */
  readonly web: ExpressionScores | null;
  readonly facialValence: number | null;
}

/** Columns of mean ratings begin with this, whatever the scale. */
const RATED = /^(intensity|rating)_\d+_\d+_(\w+)$/;

/** One row of `labels.csv`. */
export function labelOf(row: DSVRowString, folder: string): LabelledPicture {
  const { image = '', person = '', expression = '' } = row;
  const seen = noScores();
  const rated: Partial<Record<Expression, number>> = {};
  let asked = false;
  for (const [column, value] of Object.entries(row)) {
    const number = value ? Number(value) : Number.NaN;
    if (Number.isNaN(number)) continue;
    const share = column.replace(/^share_/, '');
    const of = RATED.exec(column)?.[2] ?? '';
    if (share !== column && isExpression(share)) [seen[share], asked] = [number, true];
    if (isExpression(of)) rated[of] = number;
  }
  return {
    file: imagePath(folder, image),
    person,
    posed: isExpression(expression) ? expression : null,
    seen: asked && EXPRESSIONS.some((name) => seen[name] > 0) ? seen : null,
    valence: valenceOf(rated),
  };
}

function valenceOf({ happiness, sadness, anger, disgust, fear }: Partial<Record<Expression, number>>): number | null {
  const strongest = Math.max(...[sadness, anger, disgust, fear].map((rating) => rating ?? Number.NaN));
  return happiness === undefined || Number.isNaN(strongest) ? null : happiness - strongest;
}

/** The pictures of the set `name` in `folder`, each through the app's own pipeline. Throws InputError where the set is not there. */
export async function readSet(
  folder: string,
  name: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<{ readonly pictures: readonly ReadPicture[]; readonly unreadable: readonly string[] }> {
  const set = join(folder, name);
  const labelled = readLabels(set, ['image', 'expression', 'person']).map((row) => labelOf(row, set));
  const results = new Map<string, PrintedResult>();
  const unreadable: string[] = [];
  const tasks = labelled.map(({ file }) => ({ file, baseline: { kind: 'average' } as const }));
  await analyse(tasks, 'wasm', {
    read: (result) => {
      results.set(result.file, result);
      onProgress(results.size + unreadable.length, tasks.length);
    },
    unreadable: (file, problem) => unreadable.push(`${file}: ${problem}`),
  });
  const pictures = labelled.flatMap((picture): ReadPicture[] => {
    const frame = results.get(picture.file)?.frames[0];
    if (!frame) return [];
    const { expression: still, webExpression: web, facialValence } = frame;
    return [{ ...picture, still, web, facialValence }];
  });
  return { pictures, unreadable };
}
