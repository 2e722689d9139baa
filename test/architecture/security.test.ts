import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HOUR_MS } from '../../app/base/time';
import { FORMAT_VERSION, SEGMENT_BYTES } from '../../app/journal/backup/file/format';
import { RESERVE_BYTES } from '../../app/journal/reserve/room-left';
import { APART_MS, WHOLE_STARTS } from '../../app/journal/second/begin-in-doubt';
import { STORES } from '../../app/journal/store/schema';
import { KEY_ID_BYTES, NONCE_BYTES, TAG_BYTES } from '../../app/journal/vault/crypto';
import { ARGON2ID_COSTS, PBKDF2_COSTS } from '../../app/journal/vault/kdf-costs';
import { PAD_BYTES } from '../../app/journal/vault/pack';
import { RECOVERY_SYMBOLS } from '../../app/journal/vault/recovery-code';
import { BOX_VERSION, RECORD_VERSION } from '../../app/journal/vault/sealing-codec';
import { FREE_TRIES, FRESH_WAIT_MS, LONGEST_WAIT_MS, wholeWaitMs } from '../../app/journal/vault/slow-down';
import { WRAP_KINDS } from '../../app/journal/vault/wraps';
import { LINK_LIFE_MS } from '../../app/shell/outgoing';
import { WAIT_MS } from '../../sw/waiting-key';

/*
 * SECURITY.md against the code: each sentence with a number in it is put together here from the constant that decides it, so
 * that neither changes without the other.
 */
const security = readFileSync('SECURITY.md', 'utf8').replace(/\s+/g, ' ');
const says = (sentence: string): void =>
  assert.ok(security.includes(sentence), `SECURITY.md does not say: ${sentence}`);

const count = (number: number): string => number.toLocaleString('en-US');
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

test('what a passphrase costs to guess', () => {
  const { memoryKib, passes, lanes } = ARGON2ID_COSTS;
  const mebibytes = memoryKib / 1024;
  says(`Argon2id 0x13, ${mebibytes} MiB, t = ${passes}, p = ${lanes};`);
  says(`PBKDF2-SHA256 with ${count(PBKDF2_COSTS.iterations)} rounds`);
  const guesses = security.match(/costs an Argon2id run with \d+ MiB/g) ?? [];
  assert.deepEqual([...new Set(guesses)], [`costs an Argon2id run with ${mebibytes} MiB`]);
});

test('the ways in, and how long a recovery code is', () => {
  const [, wraps = ''] = /\*\*Wraps\*\*: (.*?) - Setting/.exec(security) ?? [];
  const kinds = [...wraps.matchAll(/`(\w+)` \(/g)].map(([, kind]) => kind);
  assert.deepEqual(kinds, [...WRAP_KINDS]);
  says(`\`recovery\` (${(RECOVERY_SYMBOLS - 1) * 5} random bits in Crockford's base 32`);
});

test('how long a wrong secret makes one wait', () => {
  const wait = wholeWaitMs;
  assert.equal(wait(FREE_TRIES - 1), 0);
  assert.equal(wait(FREE_TRIES + 1), 2 * wait(FREE_TRIES));
  says(
    `After ${NUMBERS[FREE_TRIES]} wrong secrets in a row each further try waits, ${wait(FREE_TRIES) / 1000} s at first, ` +
      `doubling up to ${LONGEST_WAIT_MS / 60_000} minutes`,
  );
  says(`so ${FRESH_WAIT_MS / 1000} s of it are always left.`);
});

test('how long a key waits for a page that is loaded again', () => {
  says(`memory for ${WAIT_MS / 1000} s at most`);
});

test('how much room is kept in reserve', () => {
  says(`${RESERVE_BYTES / 1024 / 1024} MiB of noise are kept`);
});

test('how long a store stays in doubt', () => {
  says(`whole at ${NUMBERS[WHOLE_STARTS]} starts at least ${NUMBERS[APART_MS / HOUR_MS]} hours apart`);
});

test('the form of a record', () => {
  says(`### Records, version ${RECORD_VERSION}`);
  says(`| 1 | version of the box, ${BOX_VERSION} |`);
  says(`| ${KEY_ID_BYTES} | the name of the key`);
  says(`| ${NONCE_BYTES} | random nonce`);
  says(`then the tag (${TAG_BYTES} bytes)`);
  says(`zeros up to a multiple of ${PAD_BYTES}.`);
  says(`sizes in steps of ${PAD_BYTES} bytes`);
});

test('every store of the database is told of, and no other', () => {
  const [, told = ''] = /Stores: (.*?) What is read is checked/.exec(security) ?? [];
  const named = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
  const inRecords = ['bringing', 'revision', 'second', 'head'];
  // What must be readable before the journal is unlocked stands above, under "Keys".
  const stores = STORES.filter((store) => store !== 'vault');
  assert.deepEqual(named.filter((name) => !inRecords.includes(name)).sort(), [...stores].sort());
});

test('the form of a backup', () => {
  says(`### The file format, version ${FORMAT_VERSION}`);
  says(`then the format version, ${FORMAT_VERSION} |`);
  says(`At most ${SEGMENT_BYTES / 1024 / 1024} MiB of plaintext each.`);
});

test('how long a file on its way out stays', () => {
  says(`when its link is dead (${LINK_LIFE_MS / 60_000} minutes)`);
});

test('the words that bind a key to its purpose are those of the code', () => {
  const sources = readdirSync('app/journal', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`app/journal/${file}`, 'utf8'))
    .join('\n')
    .replace(/\$\{(kind|purpose)\}/g, '<$1>');
  const named = [...security.matchAll(/`(reverie[ /][\w /<>]+)`/g)].map(([, words]) => words!);
  assert.ok(named.length >= 7);
  for (const words of new Set(named)) {
    const inCode = words
      .replace(/^reverie\/wrap\/(recovery|passkey)\//, 'reverie/wrap/<kind>/')
      .replace(/^reverie\/(backup|records|vault)\//, 'reverie/<purpose>/');
    assert.ok(sources.includes(inCode), words);
  }
});
