import type { Bringing } from '../../app/domain/entry/bringing';
import type { Entry } from '../../app/domain/entry/entry';
import type { Trace } from '../../app/domain/face/trace';
import type { Failure } from '../../app/domain/failure/failure';
import { DEFAULT_SETTINGS, type Settings } from '../../app/domain/settings/settings';
import { outlineOf } from '../../app/journal/index/outline';
import { searchEntries } from '../../app/journal/index/search';
import type {
  Draft,
  DraftOf,
  EntryList,
  EntryOutline,
  FeelingNamer,
  Journal,
  KeptEntry,
  OutlineList,
  UnreadableEntry,
} from '../../app/journal/journal';

/** A journal in memory, for views: it keeps the contract but nothing beyond the page. */
export class FakeJournal implements Journal {
  readonly entries = new Map<string, Entry>();
  readonly traces = new Map<string, Trace>();
  unreadable: UnreadableEntry[] = [];
  /** When set, every read rejects with it. */
  failure: Failure | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  #revision = 0;
  readonly drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();

  constructor(entries: readonly Entry[] = [], settings: Partial<Settings> = {}) {
    for (const entry of entries) this.entries.set(entry.id, entry);
    this.#settings = { ...DEFAULT_SETTINGS, ...settings };
  }

  async save(entry: Entry, trace: Trace | null): Promise<void> {
    this.entries.set(entry.id, entry);
    if (trace) this.traces.set(entry.id, trace);
    this.drafts.delete(entry.id);
    this.#tell();
  }

  async saveAll(kept: readonly KeptEntry[]): Promise<void> {
    for (const { entry, trace } of kept) await this.save(entry, trace);
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

  async list(range: { fromMs?: number; toMs?: number; limit?: number } = {}): Promise<EntryList> {
    return this.#list(range);
  }

  #list(range: { fromMs?: number; toMs?: number; limit?: number } = {}): EntryList {
    this.#check();
    const { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY, limit } = range;
    const entries = [...this.entries.values()]
      .filter(({ startedAt }) => startedAt.epochMs >= fromMs && startedAt.epochMs < toMs)
      .sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs);
    return { entries: entries.slice(0, limit), unreadable: this.unreadable };
  }

  async outlines(): Promise<OutlineList> {
    const { entries, unreadable } = this.#list();
    return { outlines: entries.map(outlineOf), unreadable };
  }

  async revision(): Promise<string> {
    return String(this.#revision);
  }

  async search(text: string, nameFeeling: FeelingNamer): Promise<readonly EntryOutline[]> {
    const { entries } = this.#list();
    const notes = new Map(entries.map(({ id, report }) => [id, report.note]));
    return searchEntries(text, entries.map(outlineOf), new Map([['all months', notes]]), nameFeeling);
  }

  async erase(id: string): Promise<void> {
    this.entries.delete(id);
    this.traces.delete(id);
    this.#tell();
  }

  async takeOut(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.erase(id);
  }

  async eraseAll(): Promise<void> {
    this.entries.clear();
    this.traces.clear();
    this.unreadable = [];
    this.drafts.clear();
    this.#settings = DEFAULT_SETTINGS;
    this.#tell();
  }

  async settings(): Promise<Settings> {
    this.#check();
    return this.#settings;
  }

  async changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    this.#settings = { ...this.#settings, ...change };
    this.#tell();
    return this.#settings;
  }

  async draft<K extends Draft['kind']>(kind: K): Promise<DraftOf<K> | null> {
    this.#check();
    const drafts = [...this.drafts.values()].filter((draft): draft is DraftOf<K> => draft.kind === kind);
    return drafts.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)[0] ?? null;
  }

  async keepDraft(draft: Draft): Promise<void> {
    this.drafts.set(draft.entryId, draft);
  }

  /** Ids of drafts that are in the tab alone. */
  readonly held = new Set<string>();

  isHeld(entryId: string): boolean {
    return this.held.has(entryId);
  }

  async dropDraft(entryId?: string): Promise<void> {
    if (entryId === undefined) this.drafts.clear();
    else this.drafts.delete(entryId);
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async lookAgain(): Promise<void> {}

  /** What a tab that was ended left half way; null without one. */
  cutOff: Bringing | null = null;

  bringing<T>(_what: Pick<Bringing, 'kind' | 'total'>, work: (tell: (done: number) => void) => Promise<T>): Promise<T> {
    return work(() => undefined);
  }

  async interrupted(): Promise<Bringing | null> {
    return this.cutOff;
  }

  async forgetInterrupted(): Promise<void> {
    this.cutOff = null;
    this.#tell();
  }

  close(): void {
    this.#listeners.clear();
  }

  #check(): void {
    if (this.failure) throw this.failure;
  }

  #tell(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
