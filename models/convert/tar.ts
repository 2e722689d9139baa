import { ConvertError } from './errors.ts';

const BLOCK = 512;

/**
 * The wanted files of an uncompressed tar archive, by path.
 * Format: POSIX ustar, name at 0 (100 bytes), size in octal at 124 (12), type at 156, data padded to 512 bytes.
 *
 * @throws {ConvertError} naming the first wanted file that is not in the archive.
 */
export function untar(archive: Buffer, wanted: ReadonlySet<string>): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let offset = 0; offset + BLOCK <= archive.length && archive[offset] !== 0; ) {
    const name = text(archive, offset, 100);
    const size = Number.parseInt(text(archive, offset + 124, 12), 8);
    const start = offset + BLOCK;
    if (wanted.has(name)) files.set(name, archive.subarray(start, start + size));
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  for (const name of wanted) if (!files.has(name)) throw new ConvertError(`not in the archive: ${name}`);
  return files;
}

function text(archive: Buffer, offset: number, length: number): string {
  const field = archive.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end < 0 ? length : end)
    .toString('utf8')
    .trim();
}
