import { Stretch } from '../../base/stretch';
import { unedited } from '../../domain/entry/edits';
import type { Entry } from '../../domain/entry/entry';
import { asFailure, type Failure } from '../../domain/failure/failure';
import type { BroughtIn, ImportNote } from '../../domain/import/import-note';
import type { ImportNotes, Journal, KeptEntry } from '../../journal/journal';
import { readEntry } from '../../journal/parse/entry';
import { BATCH_SIZE } from './bring-in';
import { digest } from './known-again';
import type { Work } from './work';

/*
 * [Note: Taking an import back]
 *
 * Of each import the journal keeps a note: its date, the name of its file, and the ids of its entries with a digest of each as it came
 * in. Taking it back erases those it added and undoes the edit in those it changed, so that the journal is what it was before. An
 * entry that the person has changed since has another digest: it is theirs now, it stays, and it is named. An import that stopped
 * half way has a note of what came in until then.
 */

/** What taking an import back would do. */
export interface LookBack {
  /** Entries that came with it and are as they were: they go. */
  readonly leaving: readonly string[];
  /** Entries it has changed and nobody since: they say again what they said before. */
  readonly restored: readonly Entry[];
  /** Entries that were changed since: they stay. */
  readonly changed: readonly Entry[];
}

/** As an import leaves an entry. */
export const digestOf = (entry: Entry): string => digest(readEntry(entry));

/** What is noted of entries that are about to be written. */
export const broughtIn = (added: readonly KeptEntry[], replaced: readonly KeptEntry[]): readonly BroughtIn[] => [
  ...added.map(({ entry }) => ({ id: entry.id, how: 'added' as const, as: digestOf(entry) })),
  ...replaced.map(({ entry }) => ({ id: entry.id, how: 'replaced' as const, as: digestOf(entry) })),
];

/** Reads every entry of an import and writes nothing. Rejects with Failure, and with the signal's reason. */
export async function lookBack(journal: Journal, note: ImportNote, work: Work): Promise<LookBack> {
  const [leaving, restored, changed]: [string[], Entry[], Entry[]] = [[], [], []];
  const stretch = new Stretch();
  let count = 0;
  for (const { id, how, as } of await (await journal.importNotes()).entries(note)) {
    const entry = await journal.entry(id);
    count += 1;
    if (stretch.isOver) work.onCount(count);
    await stretch.rest(work.signal);
    // One that is erased is gone already; one that cannot be read may be readable to a later version.
    if (entry === null || 'problem' in entry) continue;
    if (digestOf(entry) !== as) changed.push(entry);
    else if (how === 'added') leaving.push(id);
    else restored.push(unedited(entry));
  }
  return { leaving, restored, changed };
}

/** Why it could not be taken back, or not all of it: then it can be done again. Null if it was. */
export interface TakenBack {
  readonly failure: Failure | null;
}

/** Takes an import back as far as nobody has changed it since, and forgets it. Never rejects. */
export async function takeBack(
  journal: Journal,
  note: ImportNote,
  { leaving, restored }: LookBack,
): Promise<TakenBack> {
  try {
    if (leaving.length > 0) await journal.erase(leaving);
    for (let at = 0; at < restored.length; at += BATCH_SIZE)
      await journal.saveAll(restored.slice(at, at + BATCH_SIZE).map((entry) => ({ entry, trace: null })));
    const notes: ImportNotes = await journal.importNotes();
    await notes.forget(note);
    return { failure: null };
  } catch (error) {
    return { failure: asFailure(error, 'not-erased') };
  }
}
