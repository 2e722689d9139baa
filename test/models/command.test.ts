import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConvertError } from '../../models/convert/errors.ts';
import { readOptions } from '../../models/convert/options.ts';
import { verified } from '../../models/convert/originals.ts';
import { ROOT } from '../../models/convert/paths.ts';
import { untar } from '../../models/convert/tar.ts';

/** Runs the conversion as a person would; only with arguments that end it before it writes anything. */
function convert(...args: string[]) {
  const command = ['--import', 'tsx', join(ROOT, 'models', 'convert', 'main.ts'), ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
}

test('a tarball with another hash is refused with one line and exit code 2', () => {
  const folder = mkdtempSync(join(tmpdir(), 'convert-'));
  try {
    const path = join(folder, 'other.tgz');
    writeFileSync(path, 'not the package');
    const { status, stderr } = convert('--check', '--tarball', path);
    assert.equal(status, 2);
    assert.match(stderr, /^convert: integrity mismatch: expected sha512-\S+, got sha512-\S+\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a missing file is named in one line, with exit code 2', () => {
  const { status, stderr } = convert('--check', '--tarball', 'no/such/file.tgz');
  assert.equal(status, 2);
  assert.equal(stderr, 'convert: missing file: no/such/file.tgz\n');
});

test('flags choose the task, and contradictions are refused', () => {
  assert.deepEqual(readOptions([]), { task: 'write' });
  assert.deepEqual(readOptions(['--check', '--tarball', 'a.tgz']), { task: 'check', tarball: 'a.tgz' });
  assert.deepEqual(readOptions(['--stats']), { task: 'stats' });
  assert.throws(() => readOptions(['--check', '--stats']), ConvertError);
  assert.throws(() => readOptions(['--nonsense']), ConvertError);
});

test('a tarball with the pinned hash is accepted', () => {
  const bytes = Buffer.from('abc');
  // SHA-512 of "abc" as FIPS 180-2 gives it, in base64.
  const abc = '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
  assert.equal(verified(bytes, `sha512-${abc}`), bytes);
});

test('an archive gives up the wanted files and names the one it lacks', () => {
  const header = Buffer.alloc(512);
  header.write('package/a.txt', 0);
  header.write('00000000005\0', 124);
  const archive = Buffer.concat([header, Buffer.from('hello'.padEnd(512, '\0')), Buffer.alloc(1024)]);
  assert.equal(
    untar(archive, new Set(['package/a.txt']))
      .get('package/a.txt')
      ?.toString(),
    'hello',
  );
  assert.throws(() => untar(archive, new Set(['package/b.txt'])), /not in the archive: package\/b\.txt/);
});
