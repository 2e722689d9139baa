/**
 * What the memory head, as it ships, says of whole recalls.
 *
 *     npx tsx models/train/patches/remember.ts RECALLS.f32 SECONDS OUT.f32
 *
 * Both little-endian float32. RECALLS: a row a second, SECONDS rows a recall: whether each of the ten places was seen, then `still` and `moves` of a
 * `HeadSecond`. OUT: eight probabilities a recall, in the order of `EXPRESSIONS`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { TRACE_READINGS_PER_SECOND as PLACES } from '../../../app/domain/face/trace';
import { MemoryHead } from '../../../app/dynamics/memory/memory-head';
import { MOVES_WIDTH, STILL_WIDTH } from '../../../app/dynamics/memory/seconds';
import { HEAD_STATE, openHead } from '../../analyse/dynamics/memory-session';

const ROW = PLACES * (1 + STILL_WIDTH + MOVES_WIDTH);

const [recallsFile, length, out] = process.argv.slice(2);
if (!recallsFile || !length || !out) throw new Error('usage: remember.ts RECALLS.f32 SECONDS OUT.f32');
const bytes = readFileSync(recallsFile);
const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const recalls = numbers.length / (ROW * Number(length));
if (!Number.isInteger(recalls))
  throw new Error(`${recallsFile}: not whole recalls of ${length} rows of ${ROW} numbers`);

const run = await openHead();
const said = new Float32Array(recalls * EXPRESSIONS.length);
for (let recall = 0; recall < recalls; recall++) {
  const seconds = Array.from({ length: Number(length) }, (_, second) => {
    const row = numbers.subarray(
      (recall * Number(length) + second) * ROW,
      (recall * Number(length) + second + 1) * ROW,
    );
    const [still, moves] = [PLACES, PLACES * (1 + STILL_WIDTH)];
    return { seen: row.slice(0, still), still: row.slice(still, moves), moves: row.slice(moves) };
  });
  const head = new MemoryHead(run, HEAD_STATE);
  await head.add(seconds);
  const { expression } = head.remembered!;
  said.set(
    EXPRESSIONS.map((name) => expression[name]),
    recall * EXPRESSIONS.length,
  );
}
writeFileSync(out, said);
