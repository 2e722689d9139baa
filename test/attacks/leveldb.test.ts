import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logPayloads, tableBlocks, unsnapped } from './scan/leveldb';

const text = (bytes: Buffer): string => bytes.toString('latin1');

/** A record of a log: checksum (not looked at), length, type, payload. */
const record = (type: number, payload: string): Buffer => {
  const head = Buffer.alloc(7);
  head.writeUInt16LE(payload.length, 4);
  head[6] = type;
  return Buffer.concat([head, Buffer.from(payload, 'latin1')]);
};

test('a log gives its records, also one in several blocks and one that was torn', () => {
  const filling = 'x'.repeat(32 * 1024 - 7 - 7 - 7 - 3 - 4);
  const first = Buffer.concat([record(1, 'one'), record(1, filling), record(2, 'half')]);
  assert.equal(first.length, 32 * 1024);
  const log = Buffer.concat([first, record(4, ' a record'), record(2, 'torn')]);
  assert.deepEqual(logPayloads(log).map(text), ['one', filling, 'half a record', 'torn']);
});

test('snappy: what was written once, and what repeats it, also into itself', () => {
  // "key " as it is, then 4 back for 4 bytes, then 1 back for 5 bytes.
  const packed = Buffer.from([13, 3 << 2, ...Buffer.from('key '), 0b00000001, 4, (5 - 1) * 4 + 2, 1, 0]);
  assert.equal(text(unsnapped(packed)), 'key key      ');
  assert.throws(() => unsnapped(Buffer.from([5, 0, 65])));
});

test('a table gives its blocks, packed or not', () => {
  const entry = (value: Buffer): Buffer => Buffer.concat([Buffer.of(0, 1, value.length), Buffer.from('k'), value]);
  const block = (entries: Buffer[], type: number): Buffer => {
    const body = Buffer.concat([...entries, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
    const stored = type === 1 ? Buffer.concat([Buffer.of(body.length, (body.length - 1) << 2), body]) : body;
    return Buffer.concat([stored, Buffer.of(type), Buffer.alloc(4)]);
  };
  const [plain, packed] = [block([entry(Buffer.from('plain'))], 0), block([entry(Buffer.from('packed'))], 1)];
  const index = block([entry(Buffer.of(0, plain.length - 5)), entry(Buffer.of(plain.length, packed.length - 5))], 0);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, plain.length + packed.length, index.length - 5]);
  const blocks = tableBlocks(Buffer.concat([plain, packed, index, footer])).map(text);
  assert.match(blocks[0]!, /plain/);
  assert.match(blocks[1]!, /packed/);
});
