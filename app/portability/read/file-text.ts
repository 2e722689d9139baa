import { ImportRefusal } from '../../domain/import/import-refusal';

/** A table is held whole while it is read; beyond this, in bytes, a phone may not have the memory. Ours of 100,000 entries has 60 MB. */
export const TABLE_LIMIT_BYTES = 100e6;

/** The longest line of a journal, in characters; see `LINE_LIMIT` of a backup. */
const LINE_LIMIT = 16 * 1024 * 1024;

/** How much of the beginning tells what a file is, in bytes. */
const BEGINNING = 65_536;

/** First bytes of what is no text, with what to call it. */
const SIGNATURES: readonly (readonly [bytes: string, code: 'archive' | 'binary' | 'encrypted'])[] = [
  ['PK\x03\x04', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['%PDF-', 'binary'],
  ['SQLite format 3\0', 'binary'],
  ['REVERIE', 'encrypted'],
];

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * How the text in `file` is encoded, by its first bytes. UTF-16 is told by its byte order mark. Throws ImportRefusal for
 * what is empty, cannot be read, or is no text at all.
 */
export async function encodingOf(file: Blob): Promise<TextEncoding> {
  if (file.size === 0) throw new ImportRefusal('empty');
  const bytes = new Uint8Array(await readable(() => file.slice(0, BEGINNING).arrayBuffer()));
  const beginning = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  const signature = SIGNATURES.find(([start]) => beginning.startsWith(start));
  if (signature) throw new ImportRefusal(signature[1], `begins with ${hex(bytes)}`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (looksLikeUtf16(bytes)) throw new ImportRefusal('encoding', `begins with ${hex(bytes)}`);
  if (isBinary(bytes)) throw new ImportRefusal('binary', `begins with ${hex(bytes)}`);
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(new TextDecoder().decode(bytes)))
    throw new ImportRefusal('web-page');
  return 'utf-8';
}

/** The whole text, without its byte order mark. Throws ImportRefusal as `encodingOf` does, and where the bytes do not fit. */
export async function textOf(file: Blob): Promise<string> {
  const encoding = await encodingOf(file);
  if (file.size > TABLE_LIMIT_BYTES) throw new ImportRefusal('too-large', `${file.size} bytes`);
  const bytes = await readable(() => file.arrayBuffer());
  // A letter that is none says nothing, and no store or spreadsheet likes it.
  const text = decoded(() => new TextDecoder(encoding, { fatal: true }).decode(bytes)).replaceAll('\0', '');
  if (text.trim() === '') throw new ImportRefusal('empty');
  return text;
}

/** The lines of a UTF-8 file, without their ends, as they are read. */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await readable(() => reader.read());
      const text = decoded(() => decoder.decode(value, { stream: !done }));
      const [first = '', ...lines] = text.split('\n');
      rest.push(first);
      length += first.length;
      if (length > LINE_LIMIT) throw new ImportRefusal('too-large', 'a line without end');
      for (const line of lines) {
        yield rest.join('');
        rest = [line];
        length = line.length;
      }
      if (done) break;
    }
    if (rest.join('') !== '') yield rest.join('');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A file can be gone or changed by the time it is read. */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new ImportRefusal('unreadable', error instanceof Error ? error.message : String(error));
  }
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new ImportRefusal('encoding', 'not UTF-8');
  }
}

/** A text may have a byte 0 in it by mistake; what is made of others than letters has many. */
const STRAY_ZEROS = 1 / 200;

function isBinary(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  if (zeros === 0) return false;
  if (zeros > Math.max(1, STRAY_ZEROS * bytes.length)) return true;
  try {
    // The beginning may end within a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return false;
  } catch {
    return true;
  }
}

/** Nearly every other byte is 0: letters of European languages in UTF-16 without a mark. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false;
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2]! += 1;
  return Math.max(...zeros) > 0.4 * bytes.length && Math.min(...zeros) < 0.1 * bytes.length;
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** Whether it begins as a ZIP archive does. */
export async function isArchive(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await readable(() => file.slice(0, 4).arrayBuffer()));
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
