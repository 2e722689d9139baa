import { log } from '../base/log';
import { err, type Result } from '../base/result';
import type { Entry } from '../domain/entry';
import { asFailure, Failure } from '../domain/failure';
import type { Settings } from '../domain/settings';
import type { Trace } from '../domain/trace';
import { ChangeBroadcast } from './broadcast';
import { compactTrace } from './compact-trace';
import { Connection, type ConnectionOptions } from './connection';
import { DATABASE_NAME } from './database';
import { type FoundRecord, findAll, findInRange, findRecord, type ListRange } from './find-records';
import type { Draft, EntryList, Journal, UnreadableEntry } from './journal';
import { DRAFT, ENTRY, type Noun, TRACE } from './nouns';
import { plainCodec, type RecordCodec } from './record-codec';
import { opened, sealed } from './records';
import { STORES } from './schema';
import { applySettings, loadSettings } from './settings-records';
import { WriteQueue } from './write-queue';

export interface JournalOptions extends ConnectionOptions {
  readonly codec?: RecordCodec;
}

/** Opens the journal, creating it where there is none. Rejects with Failure (`journal-*`) and then has changed nothing. */
export async function openJournal(options: JournalOptions = {}): Promise<Journal> {
  const connection = new Connection(options);
  await connection.open();
  return new IndexedDbJournal(
    connection,
    options.codec ?? plainCodec,
    new ChangeBroadcast(options.name ?? DATABASE_NAME),
  );
}

/** The journal in IndexedDB. Everything that is read is checked; what fails is reported and never written over. */
class IndexedDbJournal implements Journal {
  private readonly queue = new WriteQueue();

  constructor(
    private readonly connection: Connection,
    private readonly codec: RecordCodec,
    private readonly broadcast: ChangeBroadcast,
  ) {}

  save(entry: Entry, trace: Trace | null): Promise<void> {
    return this.change(async () => {
      await this.refuseUnreadable(entry.id);
      const entryRecord = {
        id: entry.id,
        startedMs: entry.startedAt.epochMs,
        body: await sealed(this.codec, ENTRY, entry),
      };
      const traceRecord = trace && { id: entry.id, body: await this.sealedTrace(entry, trace) };
      const keepsTrace = entry.kind === 'recall' && entry.hasTrace;
      await this.connection.write(['entries', 'traces', 'drafts'], async (transaction) => {
        const traces = transaction.objectStore('traces');
        await transaction.objectStore('entries').put(entryRecord);
        if (traceRecord) await traces.put(traceRecord);
        else if (!keepsTrace) await traces.delete(entry.id);
        await transaction.objectStore('drafts').delete(entry.id);
      });
    });
  }

  async entry(id: string): Promise<Entry | UnreadableEntry | null> {
    const found = await findRecord(this.connection, 'entries', id);
    if (!found) return null;
    const entry = await this.opened(ENTRY, found);
    return entry.ok ? entry.value : { id, problem: entry.error };
  }

  async trace(entryId: string): Promise<Trace | null> {
    const found = await findRecord(this.connection, 'traces', entryId);
    if (!found) return null;
    const trace = await this.opened(TRACE, found);
    if (!trace.ok) throw new Failure('journal-unreadable', `trace: ${trace.error}`);
    return trace.value;
  }

  async list(range: ListRange = {}): Promise<EntryList> {
    const isWhole = range.fromMs === undefined && range.toMs === undefined && range.limit === undefined;
    const found = isWhole ? await findAll(this.connection, 'entries') : await findInRange(this.connection, range);
    const entries: Entry[] = [];
    const unreadable: UnreadableEntry[] = [];
    const results = await Promise.all(found.map((record) => this.opened(ENTRY, record)));
    for (const [index, result] of results.entries()) {
      if (result.ok) entries.push(result.value);
      else unreadable.push({ id: found[index]!.id, problem: result.error });
    }
    return { entries: entries.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs), unreadable };
  }

  erase(id: string): Promise<void> {
    return this.change(async () => {
      await this.connection.write(['entries', 'traces', 'drafts'], async (transaction) => {
        await Promise.all(
          (['entries', 'traces', 'drafts'] as const).map((store) => transaction.objectStore(store).delete(id)),
        );
      });
    });
  }

  eraseAll(): Promise<void> {
    return this.change(async () => {
      await this.connection.write([...STORES], async (transaction) => {
        await Promise.all(STORES.map((store) => transaction.objectStore(store).clear()));
      });
    });
  }

  async settings(): Promise<Settings> {
    return (await loadSettings(this.connection, this.codec)).settings;
  }

  changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    return this.change(() => applySettings(this.connection, this.codec, change));
  }

  async draft(): Promise<Draft | null> {
    const found = await findAll(this.connection, 'drafts');
    const drafts: Draft[] = [];
    for (const record of found) {
      const draft = await this.opened(DRAFT, record);
      if (draft.ok) drafts.push(draft.value);
      else log.warn('a draft could not be read and was left as it is');
    }
    return drafts.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)[0] ?? null;
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.queued(async () => {
      const compact = { ...draft, trace: draft.trace && compactTrace(draft.trace) };
      const record = {
        id: draft.entryId,
        startedMs: draft.startedAt.epochMs,
        body: await sealed(this.codec, DRAFT, compact),
      };
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
    });
  }

  subscribe(listener: () => void): () => void {
    return this.broadcast.subscribe(listener);
  }

  close(): void {
    this.broadcast.close();
    this.connection.close();
  }

  /** Runs a write after those before it and tells everyone once it is durable. */
  private async change<T>(write: () => Promise<T>): Promise<T> {
    const result = await this.queued(write);
    this.broadcast.changed();
    return result;
  }

  private async queued<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.add(write);
    } catch (error) {
      throw asFailure(error, 'save-failed');
    }
  }

  private async opened<T>(noun: Noun<T>, { id, record }: FoundRecord): Promise<Result<T, string>> {
    return record.ok ? opened(this.codec, noun, id, record.value) : err(record.error);
  }

  private sealedTrace(entry: Entry, trace: Trace): Promise<unknown> {
    if (trace.entryId !== entry.id) throw new Failure('save-failed', 'the trace belongs to another entry');
    return sealed(this.codec, TRACE, compactTrace(trace));
  }

  /** An entry that cannot be read now may be readable to a later version: it is not replaced by one of the same id. */
  private async refuseUnreadable(id: string): Promise<void> {
    const present = await this.entry(id);
    if (present && 'problem' in present) throw new Failure('save-failed', `unreadable entry kept: ${present.problem}`);
  }
}
