import type { Bringing } from '../domain/entry/bringing';
import type { Entry } from '../domain/entry/entry';
import type { FaceOutcome } from '../domain/face/face-summary';
import type { Trace } from '../domain/face/trace';
import type { Memory } from '../domain/memory/memory';
import type { Moment } from '../domain/moment/moment';
import type { Report } from '../domain/report/report';
import type { Settings } from '../domain/settings/settings';
import type { EntryOutline, OutlineColumns } from '../variables/outline-variables';

export type { EntryOutline } from '../variables/outline-variables';

interface DraftBase {
  readonly version: 1;
  readonly entryId: string;
  readonly startedAt: Moment;
  readonly report: Report;
}

/** What a recall had gathered when it was last heard of; offered again after a lock or a killed tab. */
export interface RecallDraft extends DraftBase {
  readonly kind: 'recall';
  /** Whether the memory had been relived to the end: only then are face and trace whole, else the recall starts again. */
  readonly relived: boolean;
  readonly memory: Memory;
  readonly face: FaceOutcome;
  readonly trace: Trace | null;
  readonly stepDurationsMs: Readonly<Record<string, number>>;
}

/** What a check-in had been answered when it was last heard of. */
export interface CheckInDraft extends DraftBase {
  readonly kind: 'check-in';
}

export type Draft = RecallDraft | CheckInDraft;
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { readonly kind: K }>;

/** An entry with its trace, or null where it is kept without one. */
export interface KeptEntry {
  readonly entry: Entry;
  readonly trace: Trace | null;
}

/** An entry that is in the store but could not be read: it is shown as such and never overwritten. */
export interface UnreadableEntry {
  readonly id: string;
  readonly problem: string;
}

export interface EntryList {
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly unreadable: readonly UnreadableEntry[];
}

export interface OutlineList {
  /** Newest first. */
  readonly outlines: readonly EntryOutline[];
  readonly unreadable: readonly UnreadableEntry[];
}

/** What a feeling is called in the person's language, such as `feelingWord`; the journal itself knows no language. */
export type FeelingNamer = (name: string) => string;

/**
 * All entries, as domain objects. Everything is asynchronous and resolves only when it is durable, so that encryption can
 * come in underneath without a change to any caller. Rejects with Failure (`journal-*`, `save-failed`).
 */
export interface Journal {
  /**
   * Writes entry and trace in one transaction, and removes the draft of the same id with them. Without a trace, one that was
   * stored before stays if the entry still `hasTrace`, and goes if not. Where another tab has meanwhile put another version of
   * the entry there than the one this tab opened, both are kept: this one under a new id.
   */
  save(entry: Entry, trace: Trace | null): Promise<void>;
  /** `save` for several entries in one transaction: all of them are kept, or none. */
  saveAll(kept: readonly KeptEntry[]): Promise<void>;
  entry(id: string): Promise<Entry | UnreadableEntry | null>;
  /**
   * `entry`, for work that no person sees and no save is made from: a version that another tab has put there since it was opened
   * here stays one that was not seen, so that a save is kept beside it.
   */
  peek(id: string): Promise<Entry | UnreadableEntry | null>;
  trace(entryId: string): Promise<Trace | null>;
  /** Entries that started in `[fromMs, toMs)`, newest first; without bounds all of them. */
  list(range?: { fromMs?: number; toMs?: number; limit?: number }): Promise<EntryList>;
  /** The outlines of all entries, newest first; of an entry that can no longer be read, as it was. */
  outlines(): Promise<OutlineList>;
  /**
   * These variables of all entries as columns, one set of them a month, oldest month first: for sums over thousands of entries. The
   * arrays are the caller's own and may be handed to a worker. An entry that can no longer be read counts as it was.
   */
  columns<K extends keyof EntryOutline>(keys: readonly K[]): Promise<readonly OutlineColumns<K>[]>;
  /** Which state of the entries this is: every write to them, of any tab, makes it another. Null where none was ever noted. */
  revision(): Promise<string | null>;
  /**
   * The outlines of entries whose title, note and feelings hold every word of `text`. Capitals and accents make no difference.
   */
  search(text: string, nameFeeling: FeelingNamer): Promise<readonly EntryOutline[]>;
  /** Removes the entry and its trace for good. */
  erase(id: string): Promise<void>;
  /** Removes entries and traces, all of them or none, for a backup to take their place: the copies this phone keeps keep them. */
  takeOut(ids: readonly string[]): Promise<void>;
  /** Removes everything: entries, traces, drafts, settings, and the key they were sealed under. The journal is then as new. */
  eraseAll(): Promise<void>;
  /** What was set, or the defaults where nothing ever was; rejects where settings are there but cannot be read. */
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings>;
  /** The newest draft of that kind that was neither saved nor discarded; one that cannot be read is passed over, and kept. */
  draft<K extends Draft['kind']>(kind: K): Promise<DraftOf<K> | null>;
  /** Where it rejects, the draft may still be held in this tab: see `isHeld`. */
  keepDraft(draft: Draft): Promise<void>;
  /**
   * Whether the newest draft of that entry is sealed in what this tab alone remembers, for want of a better place: it outlives a lock
   * and the page's being loaded again, but not the tab. `draft` gives it like any other.
   */
  isHeld(entryId: string): boolean;
  /** Removes the draft of that entry; without an id, every draft. */
  dropDraft(entryId?: string): Promise<void>;
  /**
   * Called after each change to entries or settings, in this tab or another. Not after `keepDraft`: a draft changes with
   * every keystroke and concerns only the session that writes it.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Runs `work`, which brings many entries in, and keeps a note of how far it is for as long as it lasts: `tell` is called with
   * how many have come in.
   */
  bringing<T>(what: Pick<Bringing, 'kind' | 'total'>, work: (tell: (done: number) => void) => Promise<T>): Promise<T>;
  /** What was being brought in by a tab that was ended before all of it was there; null where nothing was. */
  interrupted(): Promise<Bringing | null>;
  /** The person knows of it and leaves it at that. */
  forgetInterrupted(): Promise<void>;
  /**
   * Looks whether another tab has written something and was ended before it could tell, and whether there is room now for what is
   * held in this one; if so, the listeners are called. For when the page comes into sight again. Never rejects: what cannot be read is told by whoever reads next.
   */
  lookAgain(): Promise<void>;
  close(): void;
}
