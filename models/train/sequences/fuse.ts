/**
 * The expressions that the app fuses from still model and units, reading by reading, by the app's own code.
 *
 *     npx tsx models/train/sequences/fuse.ts READINGS.f32 OUT.f32
 *
 * Both little-endian float32. READINGS: a row a reading, eight logarithms of the still model's probabilities, then its moves (`MOVES`). OUT: eight
 * probabilities a row, in the order of `EXPRESSIONS`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { clamp } from '../../../app/base/clamp';
import { EXPRESSIONS, noScores } from '../../../app/domain/face/expression';
import { MOVES } from '../../../app/dynamics/memory/moves';
import { recallExpression } from '../../../app/dynamics/units/fused-expression';
import { HIDES } from '../../../app/dynamics/units/unit-scores';
import { MOST_SPREADS, UNIT_RULES, type UnitRule } from '../../../app/dynamics/units/unit-table';

const WIDTH = EXPRESSIONS.length + MOVES.length;

const [readingsFile, out] = process.argv.slice(2);
if (!readingsFile || !out) throw new Error('usage: fuse.ts READINGS.f32 OUT.f32');
const bytes = readFileSync(readingsFile);
const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const readings = numbers.length / WIDTH;
if (!Number.isInteger(readings)) throw new Error(`${readingsFile}: not whole rows of ${WIDTH} numbers`);

/** As `unitStrengths` has it of measures; a wink hides nothing here, because moves know their sides only as a difference. */
function strengthsOf(moves: Float32Array): Float64Array {
  const score = ({ terms, mostSpreads = MOST_SPREADS }: UnitRule): number =>
    Object.entries(terms).reduce(
      (sum, [channel, weight]) => sum + weight * clamp(moves[MOVES.indexOf(channel)]!, -mostSpreads, mostSpreads),
      0,
    );
  return Float64Array.from(UNIT_RULES, (rule) => {
    const hiding = UNIT_RULES.find(({ unit }) => unit === rule.hiddenBy);
    return hiding && score(hiding) >= HIDES * hiding.onset ? 0 : score(rule) / rule.onset;
  });
}

const fused = new Float32Array(readings * EXPRESSIONS.length);
for (let reading = 0; reading < readings; reading++) {
  const row = numbers.subarray(reading * WIDTH, (reading + 1) * WIDTH);
  const still = noScores();
  for (const [of, name] of EXPRESSIONS.entries()) still[name] = Math.exp(row[of]!);
  const scores = recallExpression(still, strengthsOf(row.subarray(EXPRESSIONS.length)));
  fused.set(
    EXPRESSIONS.map((name) => scores[name]),
    reading * EXPRESSIONS.length,
  );
}
writeFileSync(out, fused);
