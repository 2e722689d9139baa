import type { BulkWrite } from '../../app/domain/entry/bulk-write';
import { editDraftId } from '../../app/domain/entry/edit';
import type { Entry } from '../../app/domain/entry/entry';
import type { OutsideChange } from '../../app/domain/entry/outside-change';
import type { Trace } from '../../app/domain/face/trace';
import type { Failure } from '../../app/domain/failure/failure';
import type { BroughtIn, ImportNote } from '../../app/domain/import/import-note';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../app/domain/settings/settings';
import { columnsOf } from '../../app/journal/index/month';
import { outlineOf } from '../../app/journal/index/outline';
import { searchEntries } from '../../app/journal/index/search';
import type {
  ChangeFeed,
  Draft,
  DraftOf,
  EntryList,
  EntryOutline,
  FeelingNamer,
  Found,
  ImportNotes,
  Journal,
  KeptEntry,
  MonthColumns,
  OutlineList,
  UnreadableEntry,
} from '../../app/journal/journal';
import { OUTLINE_VARIABLES, type OutlineColumns } from '../../app/variables/outline-variables';
import { Listeners } from './asked';

/**
 * A journal in the page's memory: it keeps what a journal promises (`test/journal/journal-contract.test.ts` asks it the same as the
 * real one), and lets a test look inside and set what goes wrong.
 */
export class FakeJournal implements Journal {
  readonly entries = new Map<string, Entry>();
  readonly traces = new Map<string, Trace>();
  readonly drafts = new Map<string, Draft>();
  unreadable: UnreadableEntry[] = [];
  /** When set, every read rejects with it. */
  failure: Failure | null = null;
  /** Ids of drafts that are in the tab alone. */
  readonly held = new Set<string>();
  /** What a tab that was ended left half way; null without one. */
  cutOff: BulkWrite | null = null;
  #settings: Settings;
  #revision = 0;
  readonly #listeners = new Listeners();
  readonly subscribe = this.#listeners.subscribe;

  constructor(entries: readonly Entry[] = [], settings: Partial<Settings> = {}) {
    for (const entry of entries) this.entries.set(entry.id, entry);
    this.#settings = { ...DEFAULT_SETTINGS, ...settings };
  }

  save(entry: Entry, trace: Trace | null): Promise<void> {
    return this.saveAll([{ entry, trace }]);
  }

  async saveAll(kept: readonly KeptEntry[]): Promise<void> {
    for (const { entry, trace } of kept) {
      this.entries.set(entry.id, entry);
      if (trace) this.traces.set(entry.id, trace);
      else if (entry.kind !== 'recall' || !entry.hasTrace) this.traces.delete(entry.id);
      this.drafts.delete(entry.id);
      this.drafts.delete(editDraftId(entry.id));
    }
    this.#written();
  }

  async entry(id: string): Promise<Entry | UnreadableEntry | null> {
    this.#check();
    return this.entries.get(id) ?? this.unreadable.find((entry) => entry.id === id) ?? null;
  }

  peek(id: string): Promise<Entry | UnreadableEntry | null> {
    return this.entry(id);
  }

  async trace(entryId: string): Promise<Trace | null> {
    this.#check();
    return this.traces.get(entryId) ?? null;
  }

  async list(range: Parameters<Journal['list']>[0] = {}): Promise<EntryList> {
    return this.#listed(range);
  }

  #listed({ fromMs = -Infinity, toMs = Infinity, limit }: Parameters<Journal['list']>[0] = {}): EntryList {
    this.#check();
    const entries = newestFirst(this.entries).filter(
      ({ startedAt: { epochMs } }) => epochMs >= fromMs && epochMs < toMs,
    );
    return { entries: entries.slice(0, limit), unreadable: this.unreadable };
  }

  async outlines(): Promise<OutlineList> {
    const { entries, unreadable } = this.#listed();
    return { outlines: entries.map(outlineOf), unreadable };
  }

  async columns<K extends keyof EntryOutline>(keys: readonly K[]): Promise<readonly OutlineColumns<K>[]> {
    return (await this.columnsSince(keys, new Map())).map(({ columns }) => columns!);
  }

  async columnsSince<K extends keyof EntryOutline>(
    keys: readonly K[],
    known: ReadonlyMap<string, string | null>,
  ): Promise<readonly MonthColumns<K>[]> {
    const { entries } = this.#listed();
    const monthOf = ({ startedAt }: Entry) => new Date(startedAt.epochMs).toISOString().slice(0, 7);
    const asked = Object.fromEntries(keys.map((key) => [key, OUTLINE_VARIABLES[key]]));
    return [...new Set(entries.map(monthOf))].sort().map((month) => {
      const its = entries.filter((entry) => monthOf(entry) === month);
      const revision = JSON.stringify(its);
      const columns = columnsOf(its.map(outlineOf), asked) as unknown as OutlineColumns<K>;
      return { month, revision, columns: known.get(month) === revision ? null : columns };
    });
  }

  async revision(): Promise<string | null> {
    return this.#revision === 0 ? null : String(this.#revision);
  }

  async search(text: string, nameFeeling: FeelingNamer, signal?: AbortSignal): Promise<Found> {
    const { entries } = this.#listed();
    const notes = new Map([['all months', new Map(entries.map(({ id, report }) => [id, report.note]))]]);
    return searchEntries(text, { outlines: entries.map(outlineOf), notes, nameFeeling }, signal);
  }

  erase(ids: string | readonly string[]): Promise<void> {
    return this.takeOut(typeof ids === 'string' ? [ids] : ids);
  }

  /** No screen asks for it; what it promises is told of the real journal alone. */
  changeFeed = (): Promise<ChangeFeed> => Promise.reject(new Error('this journal has no change feed'));

  readonly #imports = new Map<string, { note: ImportNote; entries: readonly BroughtIn[] }>();
  importNotes = async (): Promise<ImportNotes> => ({
    list: async () => [...this.#imports.values()].map(({ note }) => note).sort((a, b) => b.atMs - a.atMs),
    entries: async ({ id }) => this.#imports.get(id)?.entries ?? [],
    add: async (before, entries) => {
      const count = (how: BroughtIn['how']) => entries.filter((entry) => entry.how === how).length;
      const [added, replaced] = [before.added + count('added'), before.replaced + count('replaced')];
      const note = { ...before, added, replaced, parts: before.parts + 1 };
      this.#imports.set(note.id, { note, entries: [...(this.#imports.get(note.id)?.entries ?? []), ...entries] });
      this.#listeners.tell();
      return note;
    },
    forget: async ({ id }) => {
      this.#imports.delete(id);
      this.#listeners.tell();
    },
  });

  async takeOut(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      for (const kept of [this.entries, this.traces, this.drafts]) kept.delete(id);
      this.drafts.delete(editDraftId(id));
    }
    this.#written();
  }

  async eraseAll(): Promise<void> {
    for (const kept of [this.entries, this.traces, this.drafts]) kept.clear();
    this.unreadable = [];
    this.#settings = DEFAULT_SETTINGS;
    this.#written();
  }

  async settings(): Promise<Settings> {
    this.#check();
    return this.#settings;
  }

  async changeSettings(change: SettingsChange): Promise<Settings> {
    this.#settings = { ...this.#settings, ...(typeof change === 'function' ? change(this.#settings) : change) };
    this.#listeners.tell();
    return this.#settings;
  }

  async draft<K extends Draft['kind']>(kind: K, entryId?: string): Promise<DraftOf<K> | null> {
    this.#check();
    return (
      newestFirst(this.drafts).find(
        (draft): draft is DraftOf<K> => draft.kind === kind && (entryId === undefined || draft.entryId === entryId),
      ) ?? null
    );
  }

  async keepDraft(draft: Draft): Promise<void> {
    if (!this.entries.has(draft.entryId)) this.drafts.set(draft.entryId, draft);
  }

  isHeld(entryId: string): boolean {
    return this.held.has(entryId);
  }

  async dropDraft(entryId?: string): Promise<void> {
    if (entryId === undefined) this.drafts.clear();
    else this.drafts.delete(entryId);
    this.#listeners.tell();
  }

  async lookAgain(): Promise<void> {}

  bulkWrite<T>(
    _what: Pick<BulkWrite, 'kind' | 'total'>,
    work: (tell: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    return work(() => undefined);
  }

  async interrupted(): Promise<BulkWrite | null> {
    return this.cutOff;
  }

  async forgetInterrupted(): Promise<void> {
    this.cutOff = null;
    this.#listeners.tell();
  }

  /** What something else has changed. */
  changedOutside: OutsideChange | null = null;

  async outside(): Promise<OutsideChange | null> {
    return this.changedOutside;
  }

  async forgetOutside(): Promise<void> {
    this.changedOutside = null;
    this.#listeners.tell();
  }

  close(): void {
    this.#listeners.clear();
  }

  #check(): void {
    if (this.failure) throw this.failure;
  }

  #written(): void {
    this.#revision += 1;
    this.#listeners.tell();
  }
}

/** By when they were begun. */
const newestFirst = <T extends Pick<Entry, 'startedAt'>>(kept: ReadonlyMap<string, T>): T[] =>
  [...kept.values()].sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs);
