import { type Share, wilsonInterval } from '../../statistics/compare/wilson-interval';
import { type Needs, needsMore } from '../../statistics/needs';

/** One time the person was asked. */
export interface Prompt {
  readonly promptedMs: number;
  /** Null where nothing came of it: a missed prompt is a row of its own. */
  readonly finishedMs: number | null;
}

/**
 * Compliance: completed over prompted, with its denominator (as diaries report it: Wen et al. 2017, J Med Internet Res 19:e132) and the interval of
 * Wilson (1927). An entry made without being asked is in neither. Without any prompt there is no share.
 *
 * @example compliance([{ promptedMs: 0, finishedMs: 60000 }, { promptedMs: 86400000, finishedMs: null }]).share // 0.5
 * @example compliance([]) // { needs: 1 }
 */
export function compliance(prompts: readonly Prompt[]): Share | Needs {
  if (prompts.length === 0) return needsMore(0, 1);
  return wilsonInterval(prompts.filter(({ finishedMs }) => finishedMs !== null).length, prompts.length);
}
