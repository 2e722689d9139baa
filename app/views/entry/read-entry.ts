import { log } from '../../base/log';
import { otherRecallsOf } from '../../domain/entry/again';
import { editDraftId } from '../../domain/entry/edit';
import type { Entry } from '../../domain/entry/entry';
import { oneOfEach, severalVersions, versionRoot } from '../../domain/entry/entry-versions';
import type { Trace } from '../../domain/face/trace';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { EditDraft, EntryOutline, Journal, UnreadableEntry } from '../../journal/journal';
import { cueWordsReady } from '../../recall/cues/cue-words';
import type { missingEntry } from './missing-entry';
import type { moreFacts } from './more-facts';

/** What there is of an entry. */
export interface EntryData {
  readonly id: string;
  readonly entry: Entry | UnreadableEntry | null;
  readonly trace: Trace | null;
  /** Tells what only some entries say; null where this one says none of it, or the words for it can't be fetched. */
  readonly moreFacts: typeof moreFacts | null;
  /** Itself and whatever other versions of it are there. */
  readonly versions: readonly Entry[];
  /** The other recalls of the same memory, newest first. */
  readonly others: readonly EntryOutline[];
  /** What says so where it is not there or cannot be read. */
  readonly missing: typeof missingEntry | null;
  /** What of it is missing: it must not hide the entry, so it is told beside it. */
  readonly failures: readonly JournalFailure[];
}

const SELDOM_SAID = [
  'date',
  'lifePeriod',
  'whenUnsure',
  'timeAhead',
  'perspective',
  'reliving',
  'rehearsal',
  'feelsNow',
] as const;
/** Whether there is something for `moreFacts` to tell. */
const saysMore = (entry: Entry): boolean =>
  entry.kind === 'recall'
    ? entry.mode === 'aloud' || SELDOM_SAID.some((said) => entry.memory[said] !== undefined)
    : entry.origin !== undefined;

/** The entry with its trace and its versions, and with the screen's part that shows several of them. */
export async function readEntry(journal: Journal, id: string): Promise<EntryData> {
  const entry = await journal.entry(id);
  if (!entry || 'problem' in entry) {
    const { missingEntry } = await import('./missing-entry');
    return { id, entry, trace: null, moreFacts: null, versions: [], others: [], missing: missingEntry, failures: [] };
  }
  const { outlines } = await journal.outlines();
  const versions = await readVersions(journal, entry, outlines);
  const others =
    entry.kind === 'recall'
      ? otherRecallsOf(entry, oneOfEach(outlines)).filter((other) => versionRoot(other) !== versionRoot(entry))
      : [];
  const failures: JournalFailure[] = [];
  // Without its words an entry is shown without the question.
  if (entry.kind === 'recall') await cueWordsReady().catch((error) => log.warn('no questions', error));
  const more = saysMore(entry)
    ? await import('./more-facts').catch((error) => log.warn('not all is told', error))
    : null;
  const missed = (error: unknown): void => void failures.push(asJournalFailure(error, 'not-fetched'));
  // Few entries have several or were changed, and few memories were relived again, so that most phones never need what shows them.
  if (versions.length > 1) await import('./entry-versions').catch(missed);
  if (others.length > 0) await import('./other-recalls').catch(missed);
  if (entry.edits?.length) await import('./entry-edits').catch(missed);
  let trace: Trace | null = null;
  if (entry.kind === 'recall' && entry.hasTrace)
    trace = await journal.trace(id).catch((error) => {
      failures.push(asJournalFailure(error, 'journal-unreadable'));
      return null;
    });
  return { id, entry, trace, moreFacts: more?.moreFacts ?? null, versions, others, missing: null, failures };
}

/** The edit of it that was cut off; null if there is none, or if it can't be read: the entry is shown all the same. */
export const editOf = (journal: Journal, id: string): Promise<EditDraft | null> =>
  journal.draft('edit', editDraftId(id)).catch(() => null);

/** All versions of an entry that can be read, the entry itself first; only itself where there is no other. */
async function readVersions(
  journal: Journal,
  entry: Entry,
  outlines: readonly EntryOutline[],
): Promise<readonly Entry[]> {
  const family = severalVersions(outlines).get(versionRoot(entry)) ?? [];
  const others = await Promise.all(family.filter(({ id }) => id !== entry.id).map(({ id }) => journal.entry(id)));
  return [entry, ...others.filter((other): other is Entry => other !== null && !('problem' in other))];
}
