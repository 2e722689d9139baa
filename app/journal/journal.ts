import type { Hit } from '../base/fold';
import type { Stamp } from '../base/hybrid-clock';
import type { Change } from '../domain/change/change';
import type { BulkWrite } from '../domain/entry/bulk-write';
import type { Entry } from '../domain/entry/entry';
import type { OutsideChange } from '../domain/entry/outside-change';
import type { RecallMode } from '../domain/entry/recall-mode';
import type { FaceOutcome } from '../domain/face/face-summary';
import type { Trace } from '../domain/face/trace';
import type { BroughtIn, ImportNote } from '../domain/import/import-note';
import type { Memory } from '../domain/memory/memory';
import type { Moment } from '../domain/moment/moment';
import type { Report } from '../domain/report/report';
import type { Settings, SettingsChange } from '../domain/settings/settings';
import type { EntryOutline, OutlineColumns } from '../variables/outline-variables';

export type { EntryOutline } from '../variables/outline-variables';

interface DraftBase {
  readonly version: 1;
  readonly entryId: string;
  readonly startedAt: Moment;
  readonly report: Report;
}

/** What a recall had gathered when it was last written down. It is offered again after a lock or a killed tab. */
export interface RecallDraft extends DraftBase {
  readonly kind: 'recall';
  /** Whether the memory was relived to the end. If not, face and trace are not whole, and the recall starts again. */
  readonly relived: boolean;
  /** The page of *choose* or *report* that was on the screen; absent on the first page of the report, in other steps, and in older drafts. */
  readonly page?: string;
  readonly memory: Memory;
  readonly face: FaceOutcome;
  readonly trace: Trace | null;
  readonly stepDurationsMs: Readonly<Record<string, number>>;
  /** Absent in drafts from before it could be chosen. */
  readonly mode?: RecallMode;
  /** See `RecallEntry.againOf`. */
  readonly againOf?: string;
}

/** The answers of a check-in when it was last written down. */
export interface CheckInDraft extends DraftBase {
  readonly kind: 'check-in';
}

/** An edit of an entry that was neither saved nor cancelled; its `entryId` is `editDraftId` of the entry. */
export interface EditDraft extends DraftBase {
  readonly kind: 'edit';
  /** Null for a check-in. */
  readonly memory: Memory | null;
}

/** What a session has gathered, and goes on with. */
export type SessionDraft = RecallDraft | CheckInDraft;
export type Draft = SessionDraft | EditDraft;
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { readonly kind: K }>;

/** An entry, with its trace if it has one. */
export interface KeptEntry {
  readonly entry: Entry;
  readonly trace: Trace | null;
}

/** An entry that is stored but cannot be read. It is shown as such and never overwritten. */
export interface UnreadableEntry {
  readonly id: string;
  readonly problem: string;
}

export interface EntryList {
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly unreadable: readonly UnreadableEntry[];
}

/** A month of the journal by columns. */
export interface MonthColumns<K extends keyof EntryOutline> {
  /** Such as `2026-11`, in UTC. */
  readonly month: string;
  /** Changes with every write to an entry of that month; null where that is not known. */
  readonly revision: string | null;
  /** Null where whoever asked has this revision. */
  readonly columns: OutlineColumns<K> | null;
}

export interface OutlineList {
  /** Newest first. */
  readonly outlines: readonly EntryOutline[];
  readonly unreadable: readonly UnreadableEntry[];
}

/** What a search has found. */
export interface Found {
  /** Newest first. */
  readonly outlines: readonly EntryOutline[];
  /** Where in an entry it was found, if that is not in what its row shows anyway. */
  hitIn(outline: EntryOutline): Hit | null;
}

/** What is kept of imports, so that each can be taken back. */
export interface ImportNotes {
  /** Newest first. */
  list(): Promise<readonly ImportNote[]>;
  /** Notes entries that are about to come in with an import; resolves with its note as it is then. */
  add(note: ImportNote, entries: readonly BroughtIn[]): Promise<ImportNote>;
  entries(note: ImportNote): Promise<readonly BroughtIn[]>;
  forget(note: ImportNote): Promise<void>;
}

/** Something that was changed and that other devices are not told of yet. */
export interface FedChange extends Change {
  /** Names it, for `drop`. */
  readonly id: string;
}

/** What was changed, for other devices. See: [Note: The change feed] */
export interface ChangeFeed {
  /** Begins it, if it isn't begun; resolves with the name of this device in its stamps. */
  start(): Promise<string>;
  /** Ends it, and forgets what is in it. */
  stop(): Promise<void>;
  /** What was changed since it began and was not dropped, in the order of the stamps; null if it isn't begun. */
  list(): Promise<readonly FedChange[] | null>;
  /** Forgets changes that were passed on. */
  drop(ids: readonly string[]): Promise<void>;
  /** The stamps after this one are later than `stamp`, which came from another device. Rejects if that is too far ahead, see `MAX_AHEAD_MS`. */
  saw(stamp: Stamp): Promise<void>;
}

/** What a feeling is called in the person's language, such as `feelingWord`; the journal itself knows no language. */
export type FeelingNamer = (name: string) => string;

/**
 * All entries, as domain objects. A write resolves only when it is durable. Everything rejects with Failure (`journal-*`,
 * `save-failed`). See: [Note: How a write becomes durable]
 */
export interface Journal {
  /**
   * Writes entry and trace in one transaction, and removes the draft of the same id. If `trace` is null, a stored trace stays if the
   * entry still `hasTrace`, and is removed if not. If another tab has stored another version of the entry since this tab opened
   * it, both are kept: this one under a new id.
   */
  save(entry: Entry, trace: Trace | null): Promise<void>;
  /** Saves several entries in one transaction: all of them or none. */
  saveAll(kept: readonly KeptEntry[]): Promise<void>;
  entry(id: string): Promise<Entry | UnreadableEntry | null>;
  /**
   * Like `entry`, for work that nobody sees and no save is based on. It does not count as opening the entry: if another tab has
   * stored another version, a save of this tab is still kept beside that one.
   */
  peek(id: string): Promise<Entry | UnreadableEntry | null>;
  trace(entryId: string): Promise<Trace | null>;
  /** Entries that started in `[fromMs, toMs)`, newest first; without bounds all of them. */
  list(range?: { fromMs?: number; toMs?: number; limit?: number }): Promise<EntryList>;
  /** The outlines of all entries, newest first. An entry that can no longer be read has the outline it had. */
  outlines(): Promise<OutlineList>;
  /**
   * These variables of all entries as columns, in one set for each month, oldest month first: for sums over thousands of entries. The
   * arrays belong to the caller, who may transfer them to a worker. An entry that can no longer be read has the values it had.
   */
  columns<K extends keyof EntryOutline>(keys: readonly K[]): Promise<readonly OutlineColumns<K>[]>;
  /**
   * The same, but without the columns of months that whoever asks has already: `known` are their revisions. Months that are not
   * there any more are not in the list.
   */
  columnsSince<K extends keyof EntryOutline>(
    keys: readonly K[],
    known: ReadonlyMap<string, string | null>,
  ): Promise<readonly MonthColumns<K>[]>;
  /** Names the state of the entries: it changes with every write to them, in any tab. Null before the first one. */
  revision(): Promise<string | null>;
  /**
   * The entries that show every word of `text`, however it is typed. Rejects with the signal's reason. See: [Note: Folding]
   */
  search(text: string, nameFeeling: FeelingNamer, signal?: AbortSignal): Promise<Found>;
  /** Removes the entry, or all of these or none, with their traces for good. */
  erase(ids: string | readonly string[]): Promise<void>;
  /** Removes entries and traces, all of them or none, because a backup replaces them. They stay in the copies on this phone. */
  takeOut(ids: readonly string[]): Promise<void>;
  /** What is kept of imports. Its code is fetched with the first of them. */
  importNotes(): Promise<ImportNotes>;
  /** What was changed, for other devices. Its code is fetched with the first use. */
  changeFeed(): Promise<ChangeFeed>;
  /** Removes everything: entries, traces, drafts, settings, and the key that they were sealed with. The journal is then new. */
  eraseAll(): Promise<void>;
  /** The settings, or the defaults if nothing was ever set. Rejects if they are stored but cannot be read. */
  settings(): Promise<Settings>;
  changeSettings(change: SettingsChange): Promise<Settings>;
  /**
   * The newest draft of that kind that was neither saved nor discarded; with `entryId` that one alone. One that cannot be read is
   * skipped, and stays.
   */
  draft<K extends Draft['kind']>(kind: K, entryId?: string): Promise<DraftOf<K> | null>;
  /** If it rejects, the draft may still be held in this tab: see `isHeld`. */
  keepDraft(draft: Draft): Promise<void>;
  /**
   * Whether the newest draft of that entry is held in this tab, sealed, because the database had no room. It survives a lock and a
   * reload, but not the tab. `draft` finds it like any other. See: [Note: Drafts without room]
   */
  isHeld(entryId: string): boolean;
  /** Removes the draft of that entry. Without an id, removes every draft. */
  dropDraft(entryId?: string): Promise<void>;
  /**
   * Calls `listener` after each change to entries or settings, in this tab or another. Not after `keepDraft`, because a draft
   * changes with every key and concerns only the session that writes it. Returns what ends it.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Runs `work`, an import or a restore, and keeps a note of its progress while it runs. `work` calls `tell` with the number of
   * entries done.
   */
  bulkWrite<T>(what: Pick<BulkWrite, 'kind' | 'total'>, work: (tell: (done: number) => void) => Promise<T>): Promise<T>;
  /** The import or restore that did not finish, because its tab was closed or killed; null if there is none. */
  interrupted(): Promise<BulkWrite | null>;
  /** Removes the note of it: the person has seen it. */
  forgetInterrupted(): Promise<void>;
  /** What was found changed in the store by something else than this app, and not seen by the person yet; null if nothing was. */
  outside(): Promise<OutsideChange | null>;
  /** From now on, what is there counts as it is. */
  forgetOutside(): Promise<void>;
  /**
   * Checks whether another tab has written something and was killed before it could tell, and whether there is room now for drafts
   * held in this tab. If so, calls the listeners. Call it when the page comes into view again. Never rejects: if something cannot
   * be read, the next read will say so.
   */
  lookAgain(): Promise<void>;
  close(): void;
}
