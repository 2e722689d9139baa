import { log } from '../../../base/log';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import { eachOf } from '../file/each';
import type { BackupSource } from '../file/source';
import type { Copies, CopyTime, JournalKeys } from './copies';
import { isCorrupt, openedCopy } from './corrupt-copies';
import { makeRoom } from './make-room';

/** A copy that is to be written anew, as it was found. */
interface Outdated {
  readonly name: string;
  readonly opened: OpenedBackup;
}

/**
 * Writes those copies anew that hold an entry that was erased, or that are opened by other secrets than the journal is today:
 * after a passphrase was set or changed. Where one fails of what may pass, such as no room, the code beside them and the
 * marks of what was erased stay, and the next visit tries again. Two things do not pass, and keep nothing back: a copy sealed
 * for another journal is left as it is; one that is corrupt for good goes once something was erased, since nobody can tell
 * any more what it holds.
 * @param present see `ErasedMarks.erased`
 */
export async function reseal(
  copies: Copies,
  journal: JournalKeys,
  now: CopyTime,
  present: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const erased = await copies.marks.erased(present);
  const { outdated, isSure } = await look(copies, journal, erased);
  const isWritten = await writeAnew(copies, outdated, journal, erased, now);
  if (!isSure || !isWritten) return;
  await copies.marks.remove(erased);
  if (journal.wraps.length > 0) await copies.code.remove();
}

/** Which copies are to be written anew; `isSure` is false where one could not be looked at and may be another time. */
async function look(
  copies: Copies,
  journal: JournalKeys,
  erased: ReadonlySet<string>,
): Promise<{ outdated: Outdated[]; isSure: boolean }> {
  const outdated: Outdated[] = [];
  let isSure = true;
  for (const { name } of await copies.list()) {
    try {
      const opened = await openOutdated(await copies.open(name), copies, journal, erased);
      if (opened) outdated.push({ name, opened });
    } catch (error) {
      log.warn('a copy could not be looked at', error);
      if (!isCorrupt(error)) isSure = false;
      else if (erased.size > 0) await copies.remove(name);
    }
  }
  return { outdated, isSure };
}

/**
 * The copy if it is to be written anew; null where it is as it should be, or sealed for another journal. All of it is read
 * first: what fails later is the writing, and says nothing against the copy that is there.
 */
async function openOutdated(
  file: BackupFile,
  copies: Copies,
  journal: JournalKeys,
  erased: ReadonlySet<string>,
): Promise<OpenedBackup | null> {
  const current = isCurrent(file, journal, (await copies.code.opened(file)) !== null);
  if (current && erased.size === 0) return null;
  const opened = await openedCopy(copies, file, journal);
  const holds = opened && (await mayHold(opened, erased));
  return current && !holds ? null : opened;
}

/** Resolves with whether all of them were written. Those that went to make room need not be. */
async function writeAnew(
  copies: Copies,
  outdated: readonly Outdated[],
  journal: JournalKeys,
  erased: ReadonlySet<string>,
  now: CopyTime,
): Promise<boolean> {
  if (outdated.length > 0) await makeRoom(copies, journal);
  const left = new Set((await copies.list()).map(({ name }) => name));
  let isWritten = true;
  for (const { name, opened } of outdated.filter((one) => left.has(one.name))) {
    const { created: day, state } = opened.preamble.header;
    try {
      await copies.write(name, without(opened, erased), journal, { ...now, day, state });
    } catch (error) {
      log.warn('a copy could not be written anew', error);
      isWritten = false;
    }
  }
  return isWritten;
}

/** A copy as the source of itself; what it says of entries it could not hold is known once it was read. */
const without = (opened: OpenedBackup, erased: ReadonlySet<string>): BackupSource => ({
  records: () => opened.records(erased),
  get unreadable() {
    return opened.unreadable;
  },
});

/** Reads all of it; a record of a newer format may be any entry. Rejects like `readBackup`. */
async function mayHold(opened: OpenedBackup, ids: ReadonlySet<string>): Promise<boolean> {
  let holds = false;
  await eachOf(opened.read(), (record) => {
    if ('problem' in record || ('entry' in record && ids.has(record.entry.id))) holds = true;
  });
  return holds;
}

/** Whether a copy is opened by what the journal is opened by today. */
function isCurrent(file: BackupFile, { wraps }: JournalKeys, opensBeside: boolean): boolean {
  if (wraps.length === 0) return opensBeside;
  const found = new Set(file.wrapIds);
  return found.size === wraps.length && wraps.every(({ id }) => found.has(id));
}
