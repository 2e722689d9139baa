import { log } from '../base/log';
import { err, type Result } from '../base/result';
import type { Entry } from '../domain/entry';
import { asFailure, Failure } from '../domain/failure';
import type { Settings } from '../domain/settings';
import type { Trace } from '../domain/trace';
import type { ChangeBroadcast, ChangedMonths } from './broadcast';
import { changeTo, type EntryIndex } from './entry-index';
import { type FoundRecord, findAll, findRecord, findSome } from './find-records';
import type {
  Draft,
  DraftOf,
  EntryList,
  EntryOutline,
  Journal,
  KeptEntry,
  OutlineList,
  UnreadableEntry,
} from './journal';
import { DRAFT, ENTRY, type Noun, TRACE } from './nouns';
import { opened, sealed } from './records';
import { STORES } from './schema';
import type { SealedConnection } from './sealed-connection';
import { SeenEntries } from './seen-entries';
import { applySettings, loadSettings } from './settings-records';
import { newVault, type Vault } from './vault/vault';
import { inTurn } from './write-lock';
import { WriteQueue } from './write-queue';

interface ListRange {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly limit?: number;
}

/** Told which entries are about to be erased (null: all), so that what holds copies of them can forget them too. */
export type BeforeErase = (ids: readonly string[] | null) => Promise<void>;

/** The journal in IndexedDB. Everything that is read is checked; what fails is reported and never written over. */
export class IndexedDbJournal implements Journal {
  private readonly queue = new WriteQueue();
  private readonly seen = new SeenEntries();

  constructor(
    private readonly name: string,
    private readonly connection: SealedConnection,
    private readonly index: EntryIndex,
    private readonly vault: Vault,
    private readonly broadcast: ChangeBroadcast,
    private readonly beforeErase: BeforeErase = async () => undefined,
  ) {
    broadcast.onOther = (months) => index.forget(months);
  }

  save(entry: Entry, trace: Trace | null): Promise<void> {
    return this.saveAll([{ entry, trace }]);
  }

  saveAll(asked: readonly KeptEntry[]): Promise<void> {
    return this.change(async () => {
      const kept = await this.besideOthers(asked);
      const changes = kept.map(({ entry }) => changeTo(entry));
      const records = await Promise.all(kept.map((each, at) => this.sealedEntry(each, changes[at]!.becomes!.day)));
      const months = await this.index.commit(['traces', 'drafts'], changes, async (transaction) => {
        const traces = transaction.objectStore('traces');
        for (const { entry, trace, keepsTrace } of records) {
          await transaction.objectStore('entries').put(entry);
          if (trace) await traces.put(trace);
          else if (!keepsTrace) await traces.delete(entry.id);
        }
        for (const { entry } of asked) await transaction.objectStore('drafts').delete(entry.id);
      });
      for (const { entry } of records) this.seen.saw(entry.id, entry);
      return months;
    });
  }

  async entry(id: string): Promise<Entry | UnreadableEntry | null> {
    const found = await findRecord(this.connection, 'entries', id);
    if (!found) return null;
    const entry = await this.opened(ENTRY, found);
    if (found.record.ok) this.seen.saw(id, found.record.value);
    return entry.ok ? entry.value : { id, problem: entry.error };
  }

  async trace(entryId: string): Promise<Trace | null> {
    const found = await findRecord(this.connection, 'traces', entryId);
    if (!found) return null;
    const trace = await this.opened(TRACE, found);
    if (!trace.ok) throw new Failure('journal-unreadable', `trace: ${trace.error}`);
    return trace.value;
  }

  async list({ fromMs, toMs, limit }: ListRange = {}): Promise<EntryList> {
    const isWhole = fromMs === undefined && toMs === undefined && limit === undefined;
    const found = isWhole
      ? await findAll(this.connection, 'entries')
      : await this.findInRange(fromMs ?? -Infinity, toMs ?? Infinity, limit ?? Infinity);
    const entries: Entry[] = [];
    const unreadable: UnreadableEntry[] = [];
    const results = await Promise.all(found.map((record) => this.opened(ENTRY, record)));
    for (const [index, result] of results.entries()) {
      if (result.ok) entries.push(result.value);
      else unreadable.push({ id: found[index]!.id, problem: result.error });
    }
    return { entries: entries.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs), unreadable };
  }

  async outlines(): Promise<OutlineList> {
    return { outlines: await this.index.outlines(), unreadable: await this.index.unreadable() };
  }

  async search(text: string): Promise<readonly EntryOutline[]> {
    const { searchEntries } = await import('./search');
    return searchEntries(text, await this.index.outlines(), await this.index.notesByMonth());
  }

  async erase(id: string): Promise<void> {
    await this.beforeErase([id]);
    await this.takeOut([id]);
  }

  takeOut(ids: readonly string[]): Promise<void> {
    return this.change(() =>
      this.index.commit(
        ['traces', 'drafts'],
        ids.map((id) => ({ id, becomes: null })),
        async (transaction) => {
          for (const store of ['entries', 'traces', 'drafts'] as const) {
            for (const id of ids) await transaction.objectStore(store).delete(id);
          }
        },
      ),
    );
  }

  async eraseAll(): Promise<void> {
    await this.beforeErase(null);
    return this.change(async () => {
      const fresh = await newVault(Date.now(), false);
      await this.connection.write(STORES, async (transaction) => {
        await Promise.all(STORES.map((store) => transaction.objectStore(store).clear()));
        for (const record of fresh.records) await transaction.objectStore('vault').put(record);
      });
      this.connection.replaceKeys(await this.vault.replaceBy(fresh));
      this.index.clear();
      this.seen.forget();
      return 'replaced';
    });
  }

  async settings(): Promise<Settings> {
    return (await loadSettings(this.connection)).settings;
  }

  async changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    const settings = await this.queued(() => applySettings(this.connection, change));
    this.broadcast.changed([]);
    return settings;
  }

  async draft<K extends Draft['kind']>(kind: K): Promise<DraftOf<K> | null> {
    const found = await findAll(this.connection, 'drafts');
    const drafts: DraftOf<K>[] = [];
    for (const record of found) {
      const draft = await this.opened(DRAFT, record);
      if (draft.ok && draft.value.kind === kind) drafts.push(draft.value as DraftOf<K>);
      else if (!draft.ok) log.warn('a draft could not be read and was left as it is');
    }
    return drafts.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)[0] ?? null;
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.queued(async () => {
      const record = await sealed(this.connection.codec, DRAFT, draft);
      await this.connection.write(['entries', 'drafts'], async (transaction) => {
        // Another tab may have saved it meanwhile: a saved entry has no draft.
        if ((await transaction.objectStore('entries').getKey(draft.entryId)) !== undefined) return;
        await transaction.objectStore('drafts').put(record);
      });
    });
  }

  dropDraft(entryId?: string): Promise<void> {
    return this.change(async () => {
      await this.connection.write(['drafts'], async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        await (entryId === undefined ? drafts.clear() : drafts.delete(entryId));
      });
      return [];
    });
  }

  subscribe(listener: () => void): () => void {
    return this.broadcast.subscribe(listener);
  }

  close(): void {
    this.broadcast.close();
    this.connection.close();
    this.index.clear();
  }

  /** The newest `limit` entries that started in `[fromMs, toMs)`. */
  private async findInRange(fromMs: number, toMs: number, limit: number): Promise<FoundRecord[]> {
    const inRange = (await this.index.outlines()).filter(
      ({ startedAt: { epochMs } }) => epochMs >= fromMs && epochMs < toMs,
    );
    const ids = inRange.slice(0, Math.max(limit, 0)).map(({ id }) => id);
    const unreadable = await this.index.unreadable();
    return findSome(this.connection, [...ids, ...(limit < 1 ? [] : unreadable.map(({ id }) => id))]);
  }

  /** Runs a write after those before it, of any tab, and tells everyone once it is durable which months it touched. */
  private async change(write: () => Promise<ChangedMonths>): Promise<void> {
    try {
      this.broadcast.changed(await this.queued(write));
    } catch (error) {
      // A write reads first what it builds on; what matters to the person is that nothing was written.
      if (!(error instanceof Failure && error.code === 'journal-unreadable')) throw error;
      throw new Failure('save-failed', error.detail, { cause: error });
    }
  }

  private async queued<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.add(() => inTurn(this.name, write));
    } catch (error) {
      throw asFailure(error, 'save-failed');
    }
  }

  private async opened<T>(noun: Noun<T>, { id, record }: FoundRecord): Promise<Result<T, string>> {
    return record.ok ? opened(this.connection.codec, noun, id, record.value) : err(record.error);
  }

  private async sealedEntry({ entry, trace }: KeptEntry, day: number) {
    return {
      entry: { ...(await sealed(this.connection.codec, ENTRY, entry)), day },
      trace: trace && (await this.sealedTrace(entry, trace)),
      keepsTrace: entry.kind === 'recall' && entry.hasTrace,
    };
  }

  private sealedTrace(entry: Entry, trace: Trace) {
    if (trace.entryId !== entry.id) throw new Failure('save-failed', 'the trace belongs to another entry');
    return sealed(this.connection.codec, TRACE, trace);
  }

  /**
   * What to write for what was asked to be kept. An entry that cannot be read now may be readable to a later version: it is not
   * replaced by one of the same id. One that another tab has changed is not either: the two are kept side by side.
   */
  private async besideOthers(asked: readonly KeptEntry[]): Promise<readonly KeptEntry[]> {
    const kept = new Map(asked.map((each) => [each.entry.id, each]));
    for (const found of await findSome(this.connection, [...kept.keys()])) {
      const entry = await this.opened(ENTRY, found);
      if (!entry.ok) throw new Failure('save-failed', `unreadable entry kept: ${entry.error}`);
      const record = found.record.ok ? found.record.value : null;
      kept.set(found.id, this.seen.beside(kept.get(found.id)!, { record, entry: entry.value }));
    }
    return [...kept.values()];
  }
}
