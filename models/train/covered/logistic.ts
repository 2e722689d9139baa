/** A line that parts two classes: log odds = weights · features + bias. */
export interface Line {
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * Logistic regression with a ridge of `ridge` on weights of features with a deviation of 1, by `ROUNDS` steps of gradient
 * descent with momentum. `rows` are n x k.
 */
export function fitLine(rows: readonly Float64Array[], isOne: readonly boolean[], ridge: number): Line {
  const k = rows[0]!.length;
  const middle = Float64Array.from({ length: k }, (_, c) => meanOf(rows, (row) => row[c]!));
  const scale = Float64Array.from(
    { length: k },
    (_, c) => Math.sqrt(meanOf(rows, (row) => (row[c]! - middle[c]!) ** 2)) + 1e-3,
  );
  const scaled = rows.map((row) => row.map((value, c) => (value - middle[c]!) / scale[c]!));
  const line = new Float64Array(k + 1);
  const speed = new Float64Array(k + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeOf(scaled, isOne, line, ridge);
    for (let c = 0; c <= k; c++) {
      speed[c] = MOMENTUM * speed[c]! - RATE * slope[c]!;
      line[c]! += speed[c]!;
    }
  }
  const weights = Array.from(scale, (s, c) => line[c]! / s);
  return { weights, bias: weights.reduce((bias, weight, c) => bias - weight * middle[c]!, line[k]!) };
}

const ROUNDS = 1500;
const RATE = 0.05;
const MOMENTUM = 0.95;

const meanOf = (rows: readonly Float64Array[], of: (row: Float64Array) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0) / rows.length;

function slopeOf(
  rows: readonly Float64Array[],
  isOne: readonly boolean[],
  line: Float64Array,
  ridge: number,
): Float64Array {
  const k = line.length - 1;
  const slope = line.map((weight, c) => (c < k ? ridge * weight : 0));
  for (const [at, row] of rows.entries()) {
    let odds = line[k]!;
    for (let c = 0; c < k; c++) odds += line[c]! * row[c]!;
    const error = (1 / (1 + Math.exp(-odds)) - (isOne[at] ? 1 : 0)) / rows.length;
    for (let c = 0; c < k; c++) slope[c]! += error * row[c]!;
    slope[k]! += error;
  }
  return slope;
}
