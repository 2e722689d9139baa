import { CLOSED } from '../../../app/dynamics/states/eyes-closed';
import { median } from '../../../app/statistics/median';
import { startHarness } from '../../tools/harness';
import { wilson } from '../metrics/wilson';
import { halvesBy } from './halves';
import { imagePath, readLabels } from './labels';

/** One picture of one eye. */
export interface EyePicture {
  readonly closed: boolean;
  /** Eye aspect ratio. */
  readonly openness: number;
}

export interface EyeFigures {
  /** Aspect ratio that parts closed from open best on the half that chooses, and as a share of the open ones there. */
  readonly threshold: number;
  readonly thresholdShare: number;
  /** Of the other half: how many are told rightly by that threshold, and by the share that the app takes. */
  readonly n: number;
  readonly accuracy: number;
  readonly interval: readonly [number, number];
  readonly appAccuracy: number;
  /** Median of the closed over that of the open ones, there. */
  readonly shut: number;
}

/** Open or closed: pictures of single eyes through the app's own eye model, at a threshold that the other half of them chose. */
export async function evaluateEyes(folder: string): Promise<EyeFigures> {
  const labels = readLabels(folder, ['image', 'eye']).toSorted((a, b) => a.image!.localeCompare(b.image!));
  const urls = labels.map((_, at) => `/input/${at}`);
  const inputs = new Map(labels.map(({ image }, at) => [urls[at]!, imagePath(folder, image!)]));
  const harness = await startHarness('models/evaluate', { inputs });
  try {
    await harness.call('openEyes');
    const pictures: EyePicture[] = [];
    for (const [at, { eye }] of labels.entries()) {
      pictures.push({ closed: eye === 'closed', openness: await harness.call<number>('readEye', urls[at]) });
    }
    return eyeFigures(pictures);
  } finally {
    await harness.stop();
  }
}

/** Every second picture chooses, the others are reported on. */
export function eyeFigures(pictures: readonly EyePicture[]): EyeFigures {
  const { choose, report } = halvesBy(
    [...pictures.filter(({ closed }) => closed), ...pictures.filter(({ closed }) => !closed)],
    (_, at) => at,
  );
  const threshold = bestThreshold(choose);
  const [open, shut] = [false, true].map((closed) => median(opennessOf(report, closed)));
  const openChosen = median(opennessOf(choose, false));
  const right = (below: number): number => report.filter((one) => one.closed === one.openness < below).length;
  return {
    threshold,
    thresholdShare: threshold / openChosen,
    n: report.length,
    accuracy: right(threshold) / report.length,
    interval: wilson(right(threshold), report.length),
    appAccuracy: right(CLOSED * openChosen) / report.length,
    shut: shut! / open!,
  };
}

const opennessOf = (pictures: readonly EyePicture[], closed: boolean): number[] =>
  pictures.filter((one) => one.closed === closed).map(({ openness }) => openness);

/** In the middle between the two pictures that it parts. */
function bestThreshold(pictures: readonly EyePicture[]): number {
  const sorted = pictures.toSorted((a, b) => a.openness - b.openness);
  let [right, most, best] = [sorted.filter(({ closed }) => !closed).length, 0, 0];
  for (const [at, { closed, openness }] of sorted.entries()) {
    right += closed ? 1 : -1;
    if (right > most) [most, best] = [right, (openness + (sorted[at + 1]?.openness ?? openness)) / 2];
  }
  return best;
}
