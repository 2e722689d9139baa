import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../tools/input-error';
import { type BlinkSeriesFigures, evaluateBlinkSeries } from './blink-series';
import { type EyeFigures, evaluateEyes } from './eye-pictures';
import { type ClipFigures, evaluateClips } from './marked-clips';
import { evaluateSentences, type SentenceFigures } from './signed-sentences';
import { evaluateYawns, type YawnFigures } from './yawn-pictures';

/** What each set came to; a set that is not in the folder is absent. */
export interface StatesEvaluation {
  readonly eyes?: EyeFigures;
  readonly yawn?: YawnFigures;
  readonly 'blink-ear'?: BlinkSeriesFigures;
  readonly clips?: ClipFigures;
  readonly gfe?: Readonly<Record<string, SentenceFigures>>;
}

const SETS = {
  eyes: evaluateEyes,
  yawn: evaluateYawns,
  'blink-ear': evaluateBlinkSeries,
  clips: evaluateClips,
  gfe: evaluateSentences,
} as const;

/** The states against what people marked, by the sets that are in `folder`. Throws InputError where there is none of them. */
export async function evaluateStates(folder: string): Promise<StatesEvaluation> {
  const names = (Object.keys(SETS) as (keyof typeof SETS)[]).filter((name) => existsSync(join(folder, name)));
  if (names.length === 0) throw new InputError(`${folder}: there is none of ${Object.keys(SETS).join(', ')} in it`);
  const found: Record<string, unknown> = {};
  for (const name of names) found[name] = await SETS[name](join(folder, name));
  return found;
}
