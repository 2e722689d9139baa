import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from './input-error';

/** Throws InputError where a file cannot be written, before minutes are spent on what it should hold. */
export function requireWritable(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new InputError(`${path}: there is no such folder`);
  const there = existsSync(path);
  if (there && statSync(path).isDirectory()) throw new InputError(`${path} is a folder: --json takes a file`);
  try {
    accessSync(there ? path : folder, constants.W_OK);
  } catch {
    throw new InputError(`${path}: not allowed to write there`);
  }
}
