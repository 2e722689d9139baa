import type { Entry } from '../../../app/domain/entry/entry';
import type { Trace } from '../../../app/domain/face/trace';
import { BackupFile, createBackup, type OpenedBackup } from '../../../app/journal/backup/file/backup-file';
import { type FileKeys, newFileKeys } from '../../../app/journal/backup/file/file-keys';
import type { BackupRecord } from '../../../app/journal/backup/file/record-lines';
import type { CopySource } from '../../../app/journal/backup/file/source';

export const CODE = '0000-0000-0000-0000-0000-0000-0000';
export const SECRET = { kind: 'recovery', code: CODE } as const;
export const ABOUT = { app: '0.1.0', created: '2026-11-22' };

/** Keys that cost nothing to make: a recovery code needs no slow function. */
export const quickKeys = (): Promise<FileKeys> => newFileKeys(SECRET, 0);

/** Records from memory, for tests. */
export const sourceOf = (records: readonly BackupRecord[]): CopySource => ({
  unreadable: 0,
  state: async () => 'as it is',
  records: async function* () {
    yield* records;
  },
});

/** A stream that gathers a file in memory. */
export function memorySink(): { stream: WritableStream<Uint8Array>; file(): Promise<Blob> } {
  const parts: Blob[] = [];
  const stream = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Blob([chunk.slice()])) });
  return { stream, file: async () => new Blob(parts) };
}

export async function fileOf(records: readonly BackupRecord[], keys: FileKeys): Promise<Blob> {
  const { stream, file } = memorySink();
  await createBackup(stream, { source: sourceOf(records), keys, about: ABOUT });
  return file();
}

export async function openedWith(file: Blob, keys: FileKeys): Promise<OpenedBackup> {
  const opened = await (await BackupFile.open(file)).withKeys(keys);
  if (!opened) throw new Error('not the root of this file');
  return opened;
}

/** Everything in it; rejects like the reading. */
export async function recordsIn(backup: OpenedBackup): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const record of backup.read()) all.push(record);
  return all;
}

export const record = (entry: Entry, trace: Trace | null = null): BackupRecord => ({ entry, trace });
