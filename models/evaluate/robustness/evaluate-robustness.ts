import { startHarness } from '../../tools/harness';
import { CONDITIONS } from './conditions';
import { chosenFaces } from './faces';
import { type ConditionFigures, conditionFigures, figuresOf } from './figures';
import type { FaceTold } from './page';

/** What `--json` writes. */
export interface Robustness {
  readonly faces: readonly { readonly set: string; readonly image: string; readonly expression: string }[];
  readonly clean: ConditionFigures;
  /** By the name of the condition. */
  readonly conditions: Readonly<Record<string, ConditionFigures>>;
}

const SEED = 'reverie robustness';

/**
 * Twenty-four faces of the sets in `folder`, each in every condition, through the app's own worker. Throws InputError where a set is not
 * there. `onProgress` is told how many faces are done.
 */
export async function evaluateRobustness(
  folder: string,
  onProgress: (done: number, of: number) => void,
  seed = SEED,
): Promise<Robustness> {
  const chosen = chosenFaces(folder, seed);
  const inputs = new Map(chosen.map(({ path }, at) => [`/input/${at}`, path]));
  const harness = await startHarness('models/evaluate/robustness', { inputs });
  try {
    await harness.call('openReader');
    const told: FaceTold[] = [];
    const read: Robustness['faces'][number][] = [];
    for (const [at, { set, image, expression }] of chosen.entries()) {
      const face = await harness.call<FaceTold | null>('readFace', `/input/${at}`, at);
      onProgress(at + 1, chosen.length);
      if (!face) continue;
      told.push(face);
      read.push({ set, image, expression });
    }
    return {
      faces: read,
      clean: figuresOf(told.map(({ clean }) => ({ clean, told: clean }))),
      conditions: Object.fromEntries(CONDITIONS.map(({ name }, index) => [name, conditionFigures(told, index)])),
    };
  } finally {
    await harness.stop();
  }
}
