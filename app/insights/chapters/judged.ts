import { evidenceOf } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { Effect } from '../statistics/effects';

/** An effect, and how sure it is. */
export type Judged<Name extends string = string> = Effect<Name> & { readonly evidence: Evidence };

/** Null where there is none. @example judged(undefined) // null */
export const judged = <Name extends string>(effect: Effect<Name> | undefined): Judged<Name> | null =>
  effect ? { ...effect, evidence: evidenceOf(effect) } : null;
