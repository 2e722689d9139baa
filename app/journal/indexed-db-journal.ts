import { log } from '../base/log';
import { Queue } from '../base/queue';
import { err, type Result } from '../base/result';
import type { Bringing } from '../domain/entry/bringing';
import type { Entry } from '../domain/entry/entry';
import type { Trace } from '../domain/face/trace';
import { asFailure, Failure } from '../domain/failure/failure';
import type { Settings } from '../domain/settings/settings';
import type { OutlineColumns } from '../variables/outline-variables';
import { DraftStore } from './drafts/draft-store';
import type { EntryIndex } from './index/entry-index';
import { changeTo, filedDay } from './index/index-change';
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
} from './journal';
import { BringingNote } from './records/bringing-note';
import { type FiledEntry, putEntries, removeEntries, type SealedEntry, sealedEntry } from './records/entry-writes';
import { findInRange, type ListRange } from './records/find-in-range';
import { type FoundRecord, findAll, findRecord, findSome } from './records/find-records';
import { ENTRY, type Noun, TRACE } from './records/nouns';
import { opened } from './records/records';
import { SeenEntries } from './records/seen-entries';
import { applySettings, loadSettings } from './records/settings-records';
import type { Change, ChangeBroadcast } from './store/broadcast';
import { STORES } from './store/schema';
import type { SealedConnection } from './store/sealed-connection';
import { inTurn } from './store/write-lock';
import { newVault } from './vault/new-vault';
import type { Vault } from './vault/vault';

/** Runs `erase`, which erases these entries (null: all), with what holds copies of them told to forget them too. */
export type Erasing = (ids: readonly string[] | null, erase: () => Promise<void>) => Promise<void>;

/** The journal in IndexedDB. Everything that is read is checked; what fails is reported and never written over. */
export class IndexedDbJournal implements Journal {
  /** Preparing a record takes a while: without the queue, a draft written before a save could land after it. */
  readonly #queue = new Queue();
  readonly #seen = new SeenEntries();
  readonly #note: BringingNote;
  readonly #drafts: DraftStore;

  constructor(
    private readonly name: string,
    private readonly connection: SealedConnection,
    private readonly index: EntryIndex,
    private readonly vault: Vault,
    private readonly broadcast: ChangeBroadcast,
    private readonly erasing: Erasing = (_, erase) => erase(),
  ) {
    this.#note = new BringingNote(connection, name, (write) => this.#queued(write));
    this.#drafts = new DraftStore(`${name}-draft/`, connection, () => void this.lookAgain());
  }

  save(entry: Entry, trace: Trace | null): Promise<void> {
    return this.saveAll([{ entry, trace }]);
  }

  saveAll(asked: readonly KeptEntry[]): Promise<void> {
    return this.#change(async () => {
      let written: readonly SealedEntry[] = [];
      await this.index.commit(['traces', 'drafts'], async () => {
        const kept = await this.#besideOthers(asked);
        written = await Promise.all(kept.map((each) => sealedEntry(this.connection.codec, each)));
        const changes = kept.map(({ entry, before }) => changeTo(entry, before));
        const ids = asked.map(({ entry }) => entry.id);
        return { changes, work: putEntries(written, ids) };
      });
      for (const { entry } of written) this.#seen.saw(entry.id, entry);
      for (const { entry } of asked) this.#drafts.release(entry.id);
      return 'entries';
    });
  }

  entry(id: string): Promise<Entry | UnreadableEntry | null> {
    return this.#find(id, (record) => this.#seen.saw(id, record));
  }

  peek(id: string): Promise<Entry | UnreadableEntry | null> {
    return this.#find(id);
  }

  async trace(entryId: string): Promise<Trace | null> {
    const found = await findRecord(this.connection, 'traces', entryId);
    if (!found) return null;
    const trace = await this.#opened(TRACE, found);
    if (!trace.ok) throw new Failure('journal-unreadable', `trace: ${trace.error}`);
    return trace.value;
  }

  async list(range: ListRange = {}): Promise<EntryList> {
    const isWhole = Object.values(range).every((bound) => bound === undefined);
    const found = isWhole
      ? await findAll(this.connection, 'entries')
      : await findInRange(this.connection, this.index, range);
    const entries: Entry[] = [];
    const unreadable: UnreadableEntry[] = [];
    const results = await Promise.all(found.map((record) => this.#opened(ENTRY, record)));
    for (const [index, result] of results.entries()) {
      if (result.ok) entries.push(result.value);
      else unreadable.push({ id: found[index]!.id, problem: result.error });
    }
    return { entries: entries.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs), unreadable };
  }

  async outlines(): Promise<OutlineList> {
    return { outlines: await this.index.outlines(), unreadable: await this.index.unreadable() };
  }

  columns<K extends keyof EntryOutline>(keys: readonly K[]): Promise<readonly OutlineColumns<K>[]> {
    return this.index.columns(keys);
  }

  revision(): Promise<string | null> {
    return this.index.revision();
  }

  async search(text: string, nameFeeling: FeelingNamer): Promise<readonly EntryOutline[]> {
    const { searchEntries } = await import('./index/search');
    return searchEntries(text, await this.index.outlines(), await this.index.notesByMonth(), nameFeeling);
  }

  erase(id: string): Promise<void> {
    return this.erasing([id], () => this.takeOut([id]));
  }

  takeOut(ids: readonly string[]): Promise<void> {
    return this.#change(async () => {
      await this.index.commit(['traces', 'drafts'], async () => {
        const filed = await this.#filedDays(ids);
        const changes = ids.map((id) => ({ id, before: filed.get(id) ?? null, becomes: null }));
        return { changes, work: removeEntries(ids) };
      });
      return 'entries';
    });
  }

  eraseAll(): Promise<void> {
    return this.erasing(null, () => this.#takeOutAll());
  }

  async settings(): Promise<Settings> {
    return (await loadSettings(this.connection)).settings;
  }

  async changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    const settings = await this.#queued(() => applySettings(this.connection, change));
    this.broadcast.changed('other');
    return settings;
  }

  draft<K extends Draft['kind']>(kind: K): Promise<DraftOf<K> | null> {
    return this.#drafts.newest(kind);
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.#queued(() => this.#drafts.keep(draft));
  }

  isHeld(entryId: string): boolean {
    return this.#drafts.isHeld(entryId);
  }

  dropDraft(entryId?: string): Promise<void> {
    return this.#change(async () => {
      await this.#drafts.drop(entryId);
      return 'other';
    });
  }

  subscribe(listener: () => void): () => void {
    return this.broadcast.subscribe(listener);
  }

  bringing<T>(what: Pick<Bringing, 'kind' | 'total'>, work: (tell: (done: number) => void) => Promise<T>): Promise<T> {
    return this.#note.during(what, work);
  }

  interrupted(): Promise<Bringing | null> {
    return this.#note.cutOff();
  }

  async forgetInterrupted(): Promise<void> {
    await this.#note.forget();
    this.broadcast.changed('other');
  }

  async lookAgain(): Promise<void> {
    try {
      const moved = this.#drafts.isHeld() && (await this.#queued(() => this.#drafts.moveIn()));
      if ((await this.index.lookAgain()) || moved) this.broadcast.tellHere();
    } catch (error) {
      log.warn('it could not be looked whether another tab has written', error);
    }
  }

  close(): void {
    this.broadcast.close();
    this.connection.close();
    this.index.clear();
  }

  #takeOutAll(): Promise<void> {
    return this.#change(async () => {
      const fresh = await newVault(Date.now(), false);
      await this.connection.write(STORES, async (transaction) => {
        await Promise.all(STORES.map((store) => transaction.objectStore(store).clear()));
        for (const record of fresh.records) await transaction.objectStore('vault').put(record);
      });
      this.connection.replaceKeys(await this.vault.replaceBy(fresh));
      this.index.clear();
      this.#seen.forget();
      this.#drafts.release();
      return 'replaced';
    });
  }

  async #find(id: string, saw?: (record: unknown) => void): Promise<Entry | UnreadableEntry | null> {
    const found = await findRecord(this.connection, 'entries', id);
    if (!found) return null;
    const entry = await this.#opened(ENTRY, found);
    if (found.record.ok) saw?.(found.record.value);
    return entry.ok ? entry.value : { id, problem: entry.error };
  }

  /** Runs a write after those before it, of any tab, and tells everyone once it is durable what it changed. */
  async #change(write: () => Promise<Change>): Promise<void> {
    try {
      this.broadcast.changed(await this.#queued(write));
    } catch (error) {
      // A write reads first what it builds on; what matters to the person is that nothing was written.
      if (!(error instanceof Failure && error.code === 'journal-unreadable')) throw error;
      throw new Failure('save-failed', error.detail, { cause: error });
    }
  }

  async #queued<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await this.#queue.run(() => inTurn(this.name, write));
    } catch (error) {
      throw asFailure(error, 'save-failed');
    }
  }

  async #opened<T>(noun: Noun<T>, { id, record }: FoundRecord): Promise<Result<T, string>> {
    return record.ok ? opened(this.connection.codec, noun, id, record.value) : err(record.error);
  }

  /**
   * What to write for what was asked to be kept. An entry that cannot be read now may be readable to a later version: it is not
   * replaced by one of the same id. One that another tab has changed is not either: the two are kept side by side.
   */
  async #besideOthers(asked: readonly KeptEntry[]): Promise<readonly FiledEntry[]> {
    const kept = new Map(asked.map((each) => [each.entry.id, { ...each, before: null as number | null }]));
    for (const found of await findSome(this.connection, [...kept.keys()])) {
      const entry = await this.#opened(ENTRY, found);
      if (!entry.ok) throw new Failure('save-failed', `unreadable entry kept: ${entry.error}`);
      const record = found.record.ok ? found.record.value : null;
      const beside = this.#seen.beside(kept.get(found.id)!, { record, entry: entry.value });
      kept.set(found.id, { ...beside, before: beside.entry.id === found.id ? filedDay(record) : null });
    }
    return [...kept.values()];
  }

  async #filedDays(ids: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
    const found = await findSome(this.connection, ids);
    return new Map(found.map(({ id, record }) => [id, record.ok ? filedDay(record.value) : null]));
  }
}
