import { systemClock } from '../base/clock';
import { BackupProblem } from '../domain/backup/backup';
import { Failure } from '../domain/failure/failure';
import { Copies } from '../journal/backup/copies/copies';
import { CopyFolder } from '../journal/backup/copies/copy-folder';
import { copyTime } from '../journal/backup/copies/copy-keeper';
import { type BackupFile, createBackup, type OpenedBackup, type Watch } from '../journal/backup/file/backup-file';
import { newFileKeys } from '../journal/backup/file/file-keys';
import { mergeBackup, type Restored } from '../journal/backup/restore/restore';
import { BackupTarget } from '../journal/backup/restore/target';
import { type ClosedJournal, openVault } from '../journal/open-journal';
import { type StoreState, storeState } from '../journal/rescue/store-state';
import { sha256 } from '../journal/vault/crypto';
import type { Secret } from '../journal/vault/wraps';

declare const __APP_VERSION__: string;

/** Asks the person for what opens something; null where they went back. */
export type Ask = (kinds: ReadonlySet<Secret['kind']>, error: unknown) => Promise<Secret | null>;

/** The copies of this phone; null where this browser keeps none. */
export async function copiesHere(): Promise<Copies | null> {
  const folder = await CopyFolder.open();
  return folder && new Copies(folder);
}

/** A backup, and what opened it. */
export interface Found {
  readonly opened: OpenedBackup;
  readonly secret: Secret;
}

/** Opens a backup: by itself where the code beside the copies does, else by what the person is asked for. */
export async function openBackup(file: BackupFile, copies: Copies | null, ask: Ask): Promise<Found | null> {
  const beside = await copies?.secretBeside();
  if (beside && file.openedBy.has(beside.kind)) {
    const opened = await file.withSecret(beside).catch(() => null);
    if (opened) return { opened, secret: beside };
  }
  return untilRight(ask, file.openedBy, async (secret) => ({ opened: await file.withSecret(secret), secret }));
}

/**
 * Brings all of a backup into the journal, beside what is there; makes a journal where there is none, locked as the one was that
 * the backup is of.
 */
export async function bringBack(
  { opened, secret }: Found,
  ask: Ask,
  { onEntry, ...watch }: Watch & { onEntry: (entries: number) => void },
): Promise<Restored | null> {
  // The whole file is found sound before a store is made or opened.
  const { entries: total } = await opened.verify(watch);
  const before = await storeState();
  const closed = await openVault();
  try {
    if (isEmpty(before) && ofLockedJournal(opened)) await closed.adopt(opened.wraps, secret);
    if (!(await unlocked(closed, ask))) return null;
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
  onEntry: (entries: number) => void,
): Promise<void> {
  if (passphrase === null) return opened.file.stream().pipeTo(sink);
  const now = copyTime(systemClock, __APP_VERSION__);
  const keys = await newFileKeys({ kind: 'passphrase', text: passphrase }, now.epochMs);
  const about = { app: now.app, created: opened.preamble.header.created };
  await createBackup(sink, { source: opened, keys, about, onEntry });
}

async function unlocked({ vault }: ClosedJournal, ask: Ask): Promise<boolean> {
  if (!vault.locked) return true;
  const kinds = new Set(vault.wraps.map(({ kind }) => kind));
  const secrets = await import('../journal/vault/secrets');
  return (await untilRight(ask, kinds, (secret) => secrets.unlockWith(vault, secret).then(() => true))) !== null;
}

/** Asks until `open` takes the answer, or the person goes back; anything but a wrong answer ends it. */
async function untilRight<T>(
  ask: Ask,
  kinds: ReadonlySet<Secret['kind']>,
  open: (secret: Secret) => Promise<T>,
): Promise<T | null> {
  let problem: unknown;
  for (;;) {
    const secret = await ask(kinds, problem);
    if (!secret) return null;
    try {
      return await open(secret);
    } catch (error) {
      if (!isWrongAnswer(error)) throw error;
      problem = error;
    }
  }
}

const isWrongAnswer = (error: unknown): boolean =>
  (error instanceof BackupProblem && error.code === 'wrong-secret') ||
  (error instanceof Failure && (error.code === 'secret-wrong' || error.code === 'try-later'));
