import { log } from '../base/log';
import { err, type Result } from '../base/result';
import type { BulkWrite } from '../domain/entry/bulk-write';
import type { Entry } from '../domain/entry/entry';
import type { OutsideChange } from '../domain/entry/outside-change';
import type { Trace } from '../domain/face/trace';
import { Failure } from '../domain/failure/failure';
import type { Settings, SettingsChange } from '../domain/settings/settings';
import type { OutlineColumns } from '../variables/outline-variables';
import type { StoredChangeFeed } from './changes/change-feed';
import { DraftStore } from './drafts/draft-store';
import type { EntryIndex } from './index/entry-index';
import { changeTo, type PreparedWrite } from './index/index-change';
import { sealOf } from './index/month-list';
import type {
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
} from './journal';
import type { BulkWriteNote } from './records/bulk-write-note';
import { draftsOf, putEntries, removeEntries, type SealedEntry, sealedEntry } from './records/entry-writes';
import { entriesToWrite, filedDays } from './records/filed-entries';
import { findInRange, type ListRange } from './records/find-in-range';
import { type FoundRecord, findAll, findRecord } from './records/find-records';
import { OpenedVersions } from './records/opened-versions';
import { ENTRY, type RecordKind, TRACE } from './records/record-kinds';
import { opened } from './records/records';
import { applySettings, loadSettings } from './records/settings-records';
import type { ChangeBroadcast } from './store/broadcast';
import { BULK_WRITE_ID, revisionOf } from './store/schema';
import type { SealedConnection } from './store/sealed-connection';
import { Writes } from './store/writes';
import type { Vault } from './vault/vault';

/**
 * Runs `erase`, which erases these entries (null: all of them), and also erases them wherever copies are kept.
 * See: [Note: Copies and what was erased]
 */
export type AroundErase = (ids: readonly string[] | null, erase: () => Promise<void>) => Promise<void>;

/** The journal in IndexedDB. Everything that is read is parsed; what cannot be read is reported and never overwritten. */
export class IndexedDbJournal implements Journal {
  readonly #writes: Writes;
  readonly #openedVersions = new OpenedVersions();
  readonly #drafts: DraftStore;

  constructor(
    private readonly name: string,
    private readonly connection: SealedConnection,
    private readonly index: EntryIndex,
    private readonly vault: Vault,
    private readonly broadcast: ChangeBroadcast,
    private readonly aroundErase: AroundErase = (_, erase) => erase(),
  ) {
    this.#writes = new Writes(name, broadcast);
    this.#drafts = new DraftStore(`${name}-draft/`, connection, () => void this.lookAgain());
  }

  save(entry: Entry, trace: Trace | null): Promise<void> {
    return this.saveAll([{ entry, trace }]);
  }

  saveAll(asked: readonly KeptEntry[]): Promise<void> {
    return this.#writes.change(async () => {
      let written: readonly SealedEntry[] = [];
      await this.index.commit(['traces', 'drafts', 'changes'], async () => {
        const kept = await entriesToWrite(this.connection, this.#openedVersions, asked);
        written = await Promise.all(kept.map((each) => sealedEntry(this.connection.codec, each)));
        const changes = kept.map(({ entry, before }, at) => changeTo(entry, before, this.#sealOf(written[at]!)));
        const ids = asked.map(({ entry }) => entry.id);
        return this.#fed({ changes, work: putEntries(written, ids) });
      });
      for (const { entry } of written) this.#openedVersions.remember(entry.id, entry);
      for (const { entry } of asked) for (const id of draftsOf(entry.id)) this.#drafts.release(id);
      return 'entries';
    });
  }

  entry(id: string): Promise<Entry | UnreadableEntry | null> {
    return this.#find(id, (record) => this.#openedVersions.remember(id, record));
  }

  peek(id: string): Promise<Entry | UnreadableEntry | null> {
    return this.#find(id);
  }

  async trace(entryId: string): Promise<Trace | null> {
    const found = await findRecord(this.connection, 'traces', entryId);
    this.#lookCloser(1, entryId, found);
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

  columnsSince<K extends keyof EntryOutline>(
    keys: readonly K[],
    known: ReadonlyMap<string, string | null>,
  ): Promise<readonly MonthColumns<K>[]> {
    return this.index.columnsSince(keys, known);
  }

  revision(): Promise<string | null> {
    return this.index.revision();
  }

  async search(text: string, nameFeeling: FeelingNamer, signal?: AbortSignal): Promise<Found> {
    const { searchEntries } = await import('./index/search');
    const [outlines, notes] = [await this.index.outlines(), await this.index.notesByMonth()];
    return searchEntries(text, { outlines, notes, nameFeeling }, signal);
  }

  erase(ids: string | readonly string[]): Promise<void> {
    const all = typeof ids === 'string' ? [ids] : ids;
    return this.aroundErase(all, () => this.takeOut(all));
  }

  async importNotes(): Promise<ImportNotes> {
    return new (await import('./records/import-notes')).StoredImportNotes(this.connection, this.#writes);
  }

  async changeFeed(): Promise<StoredChangeFeed> {
    return new (await import('./changes/change-feed')).StoredChangeFeed(this.connection, this.index, this.#writes);
  }

  takeOut(ids: readonly string[]): Promise<void> {
    return this.#writes.change(async () => {
      await this.index.commit(['traces', 'drafts', 'changes'], async () => {
        const filed = await filedDays(this.connection, ids);
        const changes = ids.map((id) => ({ id, before: filed.get(id) ?? null, becomes: null }));
        return this.#fed({ changes, work: removeEntries(ids) });
      });
      return 'entries';
    });
  }

  eraseAll(): Promise<void> {
    return this.aroundErase(null, () => this.#takeOutAll());
  }

  async settings(): Promise<Settings> {
    return (await loadSettings(this.connection)).settings;
  }

  async changeSettings(change: SettingsChange): Promise<Settings> {
    const settings = await this.#writes.run(() => applySettings(this.connection, change));
    this.broadcast.changed('other');
    return settings;
  }

  draft<K extends Draft['kind']>(kind: K, entryId?: string): Promise<DraftOf<K> | null> {
    return this.#drafts.newest(kind, entryId);
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.#writes.run(() => this.#drafts.keep(draft));
  }

  isHeld(entryId: string): boolean {
    return this.#drafts.isHeld(entryId);
  }

  dropDraft(entryId?: string): Promise<void> {
    return this.#writes.change(async () => {
      await this.#drafts.drop(entryId);
      return 'other';
    });
  }

  subscribe(listener: () => void): () => void {
    return this.broadcast.subscribe(listener);
  }

  bulkWrite<T>(
    what: Pick<BulkWrite, 'kind' | 'total'>,
    work: (tell: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    return this.connection.whileMuchIsWritten(async () => (await this.#bulkWriteNote()).during(what, work));
  }

  async interrupted(): Promise<BulkWrite | null> {
    const record = await this.connection.read(['state'], (transaction) =>
      transaction.objectStore('state').get(BULK_WRITE_ID),
    );
    return record === undefined ? null : (await this.#bulkWriteNote()).interrupted(record);
  }

  async forgetInterrupted(): Promise<void> {
    await (await this.#bulkWriteNote()).forget();
    this.broadcast.changed('other');
  }

  async lookAgain(): Promise<void> {
    try {
      const moved = this.#drafts.isHeld() && (await this.#writes.run(() => this.#drafts.moveIn()));
      if ((await this.index.lookAgain()) || moved) this.broadcast.tellHere();
    } catch (error) {
      log.warn('could not look at other tabs', error);
    }
  }

  close(): void {
    this.broadcast.close();
    this.connection.close();
    this.index.clear();
  }

  /** Its code is fetched with the first import or restore, and where one was interrupted. */
  async #bulkWriteNote(): Promise<BulkWriteNote> {
    const { BulkWriteNote } = await import('./records/bulk-write-note');
    return new BulkWriteNote(this.connection, this.name, this.#writes);
  }

  #takeOutAll(): Promise<void> {
    return this.#writes.change(async () => {
      const { beginAnew } = await import('./store/begin-anew');
      this.connection.replaceKeys(await beginAnew(this.connection, this.vault));
      this.index.clear();
      this.#openedVersions.forget();
      this.#drafts.release();
      return 'replaced';
    });
  }

  async #find(id: string, saw?: (record: unknown) => void): Promise<Entry | UnreadableEntry | null> {
    const found = await findRecord(this.connection, 'entries', id);
    this.#lookCloser(0, id, found);
    if (!found) return null;
    const entry = await this.#opened(ENTRY, found);
    if (found.record.ok) saw?.(found.record.value);
    return entry.ok ? entry.value : { id, problem: entry.error };
  }

  /** What the records of an entry will be. A trace that is not written stays as it is, or goes. */
  #sealOf({ entry, trace, dropsTrace }: SealedEntry): string {
    const kept = dropsTrace ? '' : (this.index.sealOf(entry.id)?.split('/')[1] ?? '');
    return sealOf(entry, trace ? revisionOf(trace)! : kept);
  }

  /** The write, which also tells the change feed of itself if there is one. See: [Note: The change feed] */
  async #fed(write: PreparedWrite): Promise<PreparedWrite> {
    return this.index.fed ? (await this.changeFeed()).told(write) : write;
  }

  /** A record that is not the one that was written last was changed from outside, if nobody is writing it just now. */
  #lookCloser(part: 0 | 1, id: string, found: FoundRecord | null): void {
    if (found && !found.record.ok) return;
    if (this.index.isNewest(part, id, found?.record.ok ? found.record.value : undefined)) return;
    import('./index/confirm').then(
      ({ confirmAndTell }) => confirmAndTell(this.connection, this.index, id, this.broadcast),
      () => undefined,
    );
  }

  async outside(): Promise<OutsideChange | null> {
    await this.index.lookAgain();
    return this.index.found;
  }

  forgetOutside(): Promise<void> {
    return this.#writes.change(async () => {
      await (await import('./index/confirm')).forgetFound(this.index);
      return 'entries';
    });
  }

  async #opened<T>(kind: RecordKind<T>, { id, record }: FoundRecord): Promise<Result<T, string>> {
    return record.ok ? opened(this.connection.codec, kind, id, record.value) : err(record.error);
  }
}
