import { log } from '../../../base/log';
import { waysOf } from '../../vault/protection';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import { consume } from '../file/consume';
import type { BackupSource } from '../file/source';
import type { Copies, CopyTime, JournalKeys } from './copies';
import { isCorrupt, openedCopy } from './corrupt-copies';
import { makeRoom } from './make-room';

/** A copy that has to be written again. */
interface Outdated {
  readonly name: string;
  readonly opened: OpenedBackup;
}

/**
 * Writes those copies again that may hold an erased entry, or that open with other secrets than the journal does now, because a
 * passphrase was set or changed. See: [Note: Copies and what was erased]
 *
 * If a copy fails for a reason that may pass, such as no room, the marks and the code beside the copies stay, and the next visit
 * tries again. Two kinds of copies do not hold this up. One sealed for another journal is left as it is. One that is damaged for
 * good is removed if something was erased, because nobody can tell what it holds.
 * @param present see `ErasedMarks.erased`
 */
export async function reseal(
  copies: Copies,
  journal: JournalKeys,
  now: CopyTime,
  present: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const erased = await copies.marks.erased(present);
  const { outdated, isSure } = await findOutdated(copies, journal, erased);
  const isWritten = await rewrite(copies, outdated, journal, erased, now);
  if (!isSure || !isWritten) return;
  await copies.marks.remove(erased);
  if (journal.wraps.length > 0) await copies.code.remove();
}

/** Finds the copies to write again. `isSure` is false if one could not be read now but may be later. */
async function findOutdated(
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
      log.warn('a copy could not be read', error);
      if (!isCorrupt(error)) isSure = false;
      else if (erased.size > 0) await copies.remove(name);
    }
  }
  return { outdated, isSure };
}

/**
 * Opens the copy if it has to be written again; null if it is as it should be, or sealed for another journal. All of it is read
 * first, so that a later error is one of writing and says nothing about the copy.
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

/** Resolves with whether all of them were written. Copies that were removed to make room do not count. */
async function rewrite(
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
      log.warn('a copy could not be written again', error);
      isWritten = false;
    }
  }
  return isWritten;
}

/** Reads a copy to seal it again. Its number of unreadable entries is known only after reading. */
const without = (opened: OpenedBackup, erased: ReadonlySet<string>): BackupSource => ({
  records: () => opened.records(erased),
  get unreadable() {
    return opened.unreadable;
  },
});

/** Whether a copy holds one of these entries, or a record of a newer format, which may be one. Rejects like `readBackup`. */
async function mayHold(opened: OpenedBackup, ids: ReadonlySet<string>): Promise<boolean> {
  let holds = false;
  await consume(opened.read(), (record) => {
    if ('problem' in record || ('entry' in record && ids.has(record.entry.id))) holds = true;
  });
  return holds;
}

/** Whether a copy opens with the secrets that open the journal now. `opensBeside`: whether the code beside the copies opens it. */
function isCurrent(file: BackupFile, { wraps }: JournalKeys, opensBeside: boolean): boolean {
  if (wraps.length === 0) return opensBeside;
  return file.ways.join() === waysOf(wraps).join();
}
