import { readFileSync } from 'node:fs';
import { ConvertError } from './errors.ts';

/** The bytes of a file; a file that cannot be read is something the person can act on, not a bug. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConvertError(`missing file: ${path}`);
  }
}
