import { readFileSync } from 'node:fs';
import type { RunHead } from '../../../app/dynamics/memory/memory-head';
import type { PatchModel } from '../../../app/dynamics/patches/patch-model';
import type { WholeFusion } from '../../../app/dynamics/summary/fused-whole';
import { openHead } from './memory-session';

/** What reads the whole of a recall. */
export interface WholeReaders {
  readonly head: RunHead;
  readonly patches: PatchModel;
  readonly fusion: WholeFusion;
}

const FOLDER = new URL('../../patches/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

/** What models/patches holds. */
export const PATCH_MODEL = readJson('model.json') as PatchModel & {
  readonly id: string;
  readonly version: string;
  readonly moves: readonly string[];
};
export const WHOLE_FUSION = readJson('fusion.json') as WholeFusion;

export const openReaders = async (): Promise<WholeReaders> => ({
  head: await openHead(),
  patches: PATCH_MODEL,
  fusion: WHOLE_FUSION,
});
