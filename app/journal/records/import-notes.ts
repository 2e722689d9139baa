import { log } from '../../base/log';
import type { BroughtIn, ImportNote } from '../../domain/import/import-note';
import type { ImportNotes } from '../journal';
import { type ImportPart, readImportNote, readImportPart } from '../parse/import-note';
import type { StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import type { Writes } from '../store/writes';
import type { RecordKind } from './record-kinds';
import { opened, sealed } from './records';

/** Ids of notes begin so. Their parts follow theirs: `import/ID/00002`. */
const NOTES = 'import/';
const PART_DIGITS = 5;

const NOTE: RecordKind<ImportNote> = { store: 'state', read: readImportNote, idOf: ({ id }) => noteId(id) };
const PART: RecordKind<ImportPart> = { store: 'state', read: readImportPart, idOf: ({ of, part }) => partId(of, part) };

const noteId = (id: string): string => `${NOTES}${id}`;
const partId = (of: string, part: number): string => `${noteId(of)}/${String(part).padStart(PART_DIGITS, '0')}`;

/**
 * What is kept of each import: when, from which file, and which entries. Of the entries only ids and digests, so that nothing of one
 * stays here once it is erased. A part is written before its entries are, because a tab that ends in between must not leave entries
 * that no note tells of; a note may tell of entries that never came.
 */
export class StoredImportNotes implements ImportNotes {
  constructor(
    private readonly connection: SealedConnection,
    private readonly writes: Writes,
  ) {}

  async list(): Promise<readonly ImportNote[]> {
    const range = IDBKeyRange.bound(NOTES, `${NOTES}\uffff`);
    const records = await this.connection.read(['state'], (transaction) =>
      transaction.objectStore('state').getAll(range),
    );
    const notes: ImportNote[] = [];
    for (const record of records.filter(({ id }) => !id.slice(NOTES.length).includes('/'))) {
      const note = await opened(this.connection.codec, NOTE, record.id, record);
      if (note.ok) notes.push(note.value);
      else log.warn('the note of an import cannot be read', note.error);
    }
    return notes.sort((a, b) => b.atMs - a.atMs);
  }

  async add(note: ImportNote, entries: readonly BroughtIn[]): Promise<ImportNote> {
    const count = (how: BroughtIn['how']): number => entries.filter((entry) => entry.how === how).length;
    const next = {
      ...note,
      added: note.added + count('added'),
      replaced: note.replaced + count('replaced'),
      parts: note.parts + 1,
    };
    const { codec } = this.connection;
    const part: ImportPart = { version: 1, of: note.id, part: note.parts, entries };
    await this.#write(async () => {
      const records = [await sealed(codec, NOTE, next), await sealed(codec, PART, part)];
      await this.#put(records);
    });
    return next;
  }

  async entries({ id, parts }: ImportNote): Promise<readonly BroughtIn[]> {
    const entries: BroughtIn[] = [];
    for (let part = 0; part < parts; part++) {
      const record = await this.connection.read(['state'], (transaction) =>
        transaction.objectStore('state').get(partId(id, part)),
      );
      const found = await opened(this.connection.codec, PART, partId(id, part), record);
      if (found.ok) entries.push(...found.value.entries);
      else log.warn('a part of the note of an import cannot be read', found.error);
    }
    return entries;
  }

  forget({ id, parts }: ImportNote): Promise<void> {
    const ids = [noteId(id), ...Array.from({ length: parts }, (_, part) => partId(id, part))];
    return this.#write(() =>
      this.connection.write(['state'], async (transaction) => {
        const state = transaction.objectStore('state');
        await Promise.all(ids.map((one) => state.delete(one)));
      }),
    );
  }

  #write(work: () => Promise<void>): Promise<void> {
    return this.writes.change(async () => {
      await work();
      return 'other';
    });
  }

  #put(records: readonly StoredRecord[]): Promise<void> {
    return this.connection.write(['state'], async (transaction) => {
      const state = transaction.objectStore('state');
      await Promise.all(records.map((record) => state.put(record)));
    });
  }
}
