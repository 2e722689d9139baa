import { systemClock } from '../base/clock';
import { Failure } from '../domain/failure/failure';
import { Copies } from '../journal/backup/copies/copies';
import { CopyFolder } from '../journal/backup/copies/copy-folder';
import { copyTime } from '../journal/backup/copies/copy-keeper';
import {
  type BackupFile,
  createBackup,
  type FoundBackup,
  type OpenedBackup,
  type Watch,
} from '../journal/backup/file/backup-file';
import { newFileKeys } from '../journal/backup/file/file-keys';
import { mergeBackup, type Restored } from '../journal/backup/restore/restore';
import { BackupTarget } from '../journal/backup/restore/target';
import { type ClosedJournal, openVault } from '../journal/open-journal';
import { type StoreState, storeState } from '../journal/rescue/store-state';
import { sha256 } from '../journal/vault/crypto';
import { isWrongSecret } from '../journal/vault/open-first';
import type { Secret } from '../journal/vault/wraps';

declare const __APP_VERSION__: string;

/** Asks the person for what opens something, and resolves with what they typed; null where they went back. */
export type Ask = (kinds: ReadonlySet<Secret['kind']>, error: unknown) => Promise<string | null>;

/** The copies of this phone; null where this browser keeps none. */
export async function copiesHere(): Promise<Copies | null> {
  const folder = await CopyFolder.open();
  return folder && new Copies(folder);
}

/** Shows that something is being worked on, until the next question or the end, and gives what tells when the person stops it. */
export type Opening = () => AbortSignal;

/** Opens a backup: by itself where the code beside the copies does, else by what the person is asked for. */
export async function openBackup(
  file: BackupFile,
  copies: Copies | null,
  ask: Ask,
  opening: Opening,
): Promise<FoundBackup | null> {
  const beside = await copies?.secretBeside();
  if (beside && file.openedBy.has(beside.kind)) {
    const opened = await file.withSecret(beside).catch(() => null);
    if (opened) return { opened, secret: beside };
  }
  return untilRight(ask, file.openedBy, (typed) => file.withTyped(typed, opening()));
}

/**
 * Brings all of a backup into the journal, beside what is there; makes a journal where there is none, locked as the one was that
 * the backup is of.
 */
export async function bringBack(
  { opened, secret }: FoundBackup,
  ask: Ask,
  opening: Opening,
  { onEntry, ...watch }: Watch & { onEntry: (entries: number) => void },
): Promise<Restored | null> {
  // The whole file is found sound before a store is made or opened.
  const { entries: total } = await opened.verify(watch);
  const before = await storeState();
  const closed = await openVault();
  try {
    if (isEmpty(before) && ofLockedJournal(opened)) await closed.adopt(opened.wraps, secret);
    if (!(await unlocked(closed, ask, opening))) return null;
    const journal = await closed.open();
    const target = new BackupTarget(journal, sha256);
    return await journal.bulkWrite({ kind: 'merge', total }, (note) => {
      const tell = (entries: number): void => {
        note(entries);
        onEntry(entries);
      };
      return mergeBackup({ records: opened.read(watch), target, onEntry: tell });
    });
  } finally {
    closed.close();
  }
}

const isEmpty = (store: StoreState): boolean =>
  store.kind === 'none' ||
  (store.kind === 'open' && Object.entries(store.records).every(([name, count]) => name === 'vault' || count === 0));

/** A journal with a lock has both; a backup of one without has a passphrase or a code of its own. */
const ofLockedJournal = ({ wraps }: OpenedBackup): boolean =>
  ['passphrase', 'recovery'].every((kind) => wraps.some((wrap) => wrap.kind === kind));

/** Writes a copy into a file of its own, under a passphrase if it had none that a person knows. */
export async function saveCopy(
  opened: OpenedBackup,
  passphrase: string | null,
  sink: WritableStream<Uint8Array>,
  { onEntry, signal }: { onEntry: (entries: number) => void; signal: AbortSignal },
): Promise<void> {
  if (passphrase === null) return opened.file.stream().pipeTo(sink, { signal });
  const now = copyTime(systemClock, __APP_VERSION__);
  const keys = await newFileKeys({ kind: 'passphrase', text: passphrase }, now.epochMs);
  const about = { app: now.app, created: opened.preamble.header.created };
  await createBackup(sink, { source: opened, keys, about, onEntry, signal });
}

async function unlocked({ vault }: ClosedJournal, ask: Ask, opening: Opening): Promise<boolean> {
  if (!vault.locked) return true;
  const { unlockTyped } = await import('../journal/vault/secrets');
  const unlock = async (typed: string): Promise<true> => {
    // Its costs are our own, so it is soon done, and a try that was stopped would have to be counted all the same.
    const signal = opening();
    await unlockTyped(vault, typed);
    signal.throwIfAborted();
    return true;
  };
  return (await untilRight(ask, vault.openedBy, unlock)) !== null;
}

/** Asks until `open` takes the answer, or the person goes back; anything but a wrong answer ends it. */
async function untilRight<T>(
  ask: Ask,
  kinds: ReadonlySet<Secret['kind']>,
  open: (typed: string) => Promise<T>,
): Promise<T | null> {
  let problem: unknown;
  for (;;) {
    const typed = await ask(kinds, problem);
    if (typed === null) return null;
    try {
      return await open(typed);
    } catch (error) {
      if (!isWrongAnswer(error)) throw error;
      problem = error;
    }
  }
}

const isWrongAnswer = (error: unknown): boolean =>
  isWrongSecret(error) || (error instanceof Failure && error.code === 'try-later');
