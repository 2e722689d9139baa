import { ImportRefusal } from '../../domain/import/import-refusal';
import { readable } from './file-text';

/*
 * As much of a ZIP archive (PKWARE APPNOTE 6.3.10) as the exports of journals take: files that are stored or deflated, named in the
 * directory at its end. The browser inflates them. What is encrypted or larger than 4 GB is refused.
 */

export interface ArchivedFile {
  readonly name: string;
  /** Its content. Throws ImportRefusal. */
  open(): Promise<Blob>;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A comment may follow the directory's end. */
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** As much of one file as is taken in: an archive of a few kilobytes can say it holds a disk. */
const MOST_BYTES = 100e6;
/** A life of ten entries a day is in many archives, not in one. */
const MOST_FILES = 20_000;

/** The files in an archive, without folders and what a Mac adds. Throws ImportRefusal `archive` if it is none that can be read. */
export async function filesIn(archive: Blob): Promise<readonly ArchivedFile[]> {
  const from = Math.max(0, archive.size - END_LENGTH - LONGEST_COMMENT);
  const tail = await viewOf(archive, from, archive.size);
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw new ImportRefusal('archive', 'no directory');
  const [length, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (start + length > archive.size) throw new ImportRefusal('archive', 'a directory cut short');
  const directory = await viewOf(archive, start, start + length);
  const files: ArchivedFile[] = [];
  for (let at = 0; at + ENTRY_LENGTH <= directory.byteLength; ) {
    if (directory.getUint32(at, true) !== ENTRY) throw new ImportRefusal('archive', 'a broken directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => directory.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + ENTRY_LENGTH, nameLength));
    const entry = entryAt(directory, at);
    if (!name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._)/.test(name))
      files.push({ name, open: () => contentOf(archive, entry) });
    if (files.length > MOST_FILES) throw new ImportRefusal('too-large', `more than ${MOST_FILES} files`);
    at += ENTRY_LENGTH + nameLength + extra + comment;
  }
  return files;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

const entryAt = (directory: DataView, at: number): Entry => ({
  flags: directory.getUint16(at + 8, true),
  method: directory.getUint16(at + 10, true),
  packed: directory.getUint32(at + 20, true),
  size: directory.getUint32(at + 24, true),
  start: directory.getUint32(at + 42, true),
});

async function contentOf(archive: Blob, { flags, method, packed, size, start }: Entry): Promise<Blob> {
  if (flags & 1 || (method !== STORED && method !== DEFLATED)) throw new ImportRefusal('archive', `method ${method}`);
  if (size > MOST_BYTES) throw new ImportRefusal('too-large', `${size} bytes`);
  const local = await viewOf(archive, start, start + LOCAL_LENGTH);
  if (local.byteLength < LOCAL_LENGTH) throw new ImportRefusal('archive', 'cut short');
  const from = start + LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = archive.slice(from, from + packed);
  return method === STORED ? bytes : inflated(bytes);
}

/** It ends at the most that is taken in, whatever the directory says. */
async function inflated(bytes: Blob): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ImportRefusal('archive', 'broken');
    });
    if (done) return new Blob(parts);
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new ImportRefusal('too-large', 'an archive');
    }
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
}

const viewOf = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await readable(() => blob.slice(from, to).arrayBuffer()));
