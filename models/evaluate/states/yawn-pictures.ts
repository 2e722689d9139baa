import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import { gapeOf, YAWN_GAPE } from '../../../app/dynamics/states/yawns';
import { analyse } from '../../analyse/analyse';
import { type UnitFigures, unitFigures } from '../units/unit-figures';
import { halvesBy } from './halves';
import { imagePath, readLabels } from './labels';

export interface YawnFigures {
  /** Of the people the threshold was chosen on, and of the others. */
  readonly choose: UnitFigures;
  readonly report: UnitFigures;
  /** Pictures without a face: they count as no yawn. */
  readonly faceless: number;
}

/** How steeply a gape becomes a number from 0 to 1, one half at the threshold. */
const SLOPE = 0.05;

/** Yawns against other mouths in still pictures: how wide a mouth is open, not for how long. */
export async function evaluateYawns(folder: string): Promise<YawnFigures> {
  const labels = readLabels(folder, ['image', 'mouth', 'person']);
  const gapes = new Map<string, number>();
  const tasks = labels.map(({ image }) => ({
    file: imagePath(folder, image!),
    baseline: { kind: 'average' } as const,
  }));
  await analyse(tasks, 'wasm', {
    read: ({ file, frames: [frame] }) => {
      const measures = frame?.measures;
      if (measures) gapes.set(file, gapeOf(Float32Array.from(FACE_MEASURES, ({ name }) => measures[name]!)));
    },
    unreadable: () => undefined,
  });
  const judged = labels.map(({ image, mouth, person }) => ({
    coded: mouth === 'yawn',
    told: toldOf(gapes.get(imagePath(folder, image!))),
    person: Number(/\d+/.exec(person!)?.[0] ?? 0),
  }));
  const { choose, report } = halvesBy(judged, ({ person }) => person);
  return { choose: unitFigures(choose), report: unitFigures(report), faceless: labels.length - gapes.size };
}

const toldOf = (gape: number | undefined): number =>
  gape === undefined ? 0 : 1 / (1 + Math.exp((YAWN_GAPE - gape) / SLOPE));
