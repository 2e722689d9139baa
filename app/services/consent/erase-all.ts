import { Failure } from '../../domain/failure/failure';
import { storeState } from '../../journal/rescue/store-state';
import type { Page } from '../page';

/** How many records and files of a person there are, counted in the stores themselves and not by what the app believes. */
export interface KeptHere {
  readonly entries: number;
  readonly traces: number;
  readonly drafts: number;
  /** The record of settings, consents and questions: one or none. */
  readonly settings: number;
  /** Copies of the journal, its second place, and files that were handed over. */
  readonly files: number;
}

export interface Erased {
  readonly before: KeptHere;
  readonly after: KeptHere;
}

/** Erasing all of it, and the proof. */
export interface Erasing {
  /** Rejects with Failure where it could not be erased, or not be counted. */
  everything(): Promise<Erased>;
}

export const open = ({ journal }: Page): Erasing => ({
  async everything() {
    const before = await keptHere();
    await journal.eraseAll();
    return { before, after: await keptHere() };
  },
});

/** Rejects with Failure `journal-silent` where the database doesn't say. */
export async function keptHere(): Promise<KeptHere> {
  const state = await storeState();
  if (state.kind === 'silent' || state.kind === 'broken') throw new Failure('journal-silent', state.kind);
  const records = state.kind === 'open' ? state.records : {};
  const of = (store: string): number => records[store] ?? 0;
  const held = Object.keys(sessionStorage).filter((key) => key.includes('-draft/')).length;
  return {
    entries: of('entries'),
    traces: of('traces'),
    drafts: of('drafts') + held,
    settings: of('settings'),
    files: await filesHere(),
  };
}

/** The noise that keeps room free says nothing of anybody. */
const isNoise = (name: string): boolean => name.startsWith('reserve-');

async function filesHere(): Promise<number> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  return root ? countIn(root) : 0;
}

async function countIn(folder: FileSystemDirectoryHandle): Promise<number> {
  let count = 0;
  const handles = folder.values();
  for (let next = await handles.next(); !next.done; next = await handles.next()) {
    const handle = next.value;
    if (isNoise(handle.name)) continue;
    count += handle.kind === 'directory' ? await countIn(handle) : 1;
  }
  return count;
}
