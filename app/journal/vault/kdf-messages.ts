import type { Bytes } from './bytes';

/** What the Argon2id worker is asked. `memoryKib` is in KiB. */
export interface KdfQuestion {
  readonly password: Bytes;
  readonly salt: Bytes;
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What it answers: 32 bytes, or why there are none. */
export type KdfAnswer = { readonly hash: Bytes } | { readonly hash: null; readonly problem: string };
