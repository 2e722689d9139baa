/** Points in space as x, y, z in a row. */
export type Points = Float64Array;

/** target ~ scale * rotation * source + translation; `rotation` is 3 x 3, row by row. */
export interface RigidFit {
  readonly rotation: readonly number[];
  readonly translation: readonly [number, number, number];
  readonly scale: number;
}

/**
 * The rotation, scale and translation that bring `source` nearest to `target` in the weighted least-squares sense
 * (orthogonal Procrustes), by the quaternion that maximises the weighted correlation.
 * Source: Horn 1987, Closed-form solution of absolute orientation using unit quaternions, JOSA A 4:629.
 */
export function rigidFit(source: Points, target: Points, weights: Float64Array): RigidFit {
  const from = centroid(source, weights);
  const to = centroid(target, weights);
  const s = correlation(source, from, target, to, weights);
  const rotation = rotationOf(largestEigenvector(hornMatrix(s)));
  let [along, size] = [0, 0];
  for (let r = 0; r < 3; r++) for (let c = 0; c < 3; c++) along += rotation[3 * r + c]! * s[3 * c + r]!;
  for (let i = 0; i < weights.length; i++)
    for (let k = 0; k < 3; k++) size += weights[i]! * (source[3 * i + k]! - from[k]!) ** 2;
  const scale = along / size;
  const moved = (r: number): number =>
    to[r]! - scale * (rotation[3 * r]! * from[0]! + rotation[3 * r + 1]! * from[1]! + rotation[3 * r + 2]! * from[2]!);
  return { rotation, scale, translation: [moved(0), moved(1), moved(2)] };
}

function centroid(points: Points, weights: Float64Array): number[] {
  const sum = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    for (let k = 0; k < 3; k++) sum[k]! += weights[i]! * points[3 * i + k]!;
  }
  return sum.map((value) => value / total);
}

/** S[a][b] = sum of w * source_a * target_b, both about their centroids. */
function correlation(source: Points, from: number[], target: Points, to: number[], weights: Float64Array): number[] {
  const s = new Array<number>(9).fill(0);
  for (let i = 0; i < weights.length; i++)
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++)
        s[3 * a + b]! += weights[i]! * (source[3 * i + a]! - from[a]!) * (target[3 * i + b]! - to[b]!);
  return s;
}

/** Horn's symmetric 4 x 4 matrix, row by row. */
function hornMatrix(s: readonly number[]): number[] {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = s as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    ...[xx + yy + zz, yz - zy, zx - xz, xy - yx],
    ...[yz - zy, xx - yy - zz, xy + yx, zx + xz],
    ...[zx - xz, xy + yx, yy - xx - zz, yz + zy],
    ...[xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ];
}

/** The eigenvector of the largest eigenvalue of a symmetric 4 x 4 matrix, by Jacobi rotations. */
function largestEigenvector(matrix: readonly number[]): number[] {
  const m = [...matrix];
  const v = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < 3; p++) for (let q = p + 1; q < 4; q++) jacobiRotate(m, v, p, q);
  const best = [0, 1, 2, 3].reduce((top, i) => (m[5 * i]! > m[5 * top]! ? i : top), 0);
  return [0, 1, 2, 3].map((row) => v[4 * row + best]!);
}

/** Makes m[p][q] zero and takes the turn into `v`. */
function jacobiRotate(m: number[], v: number[], p: number, q: number): void {
  const off = m[4 * p + q]!;
  if (Math.abs(off) < 1e-300) return;
  const theta = (m[5 * q]! - m[5 * p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (a: number[], i: number, j: number): void => {
    const [x, y] = [a[i]!, a[j]!];
    a[i] = c * x - s * y;
    a[j] = s * x + c * y;
  };
  for (let k = 0; k < 4; k++) turn(m, 4 * k + p, 4 * k + q);
  for (let k = 0; k < 4; k++) turn(m, 4 * p + k, 4 * q + k);
  for (let k = 0; k < 4; k++) turn(v, 4 * k + p, 4 * k + q);
}

function rotationOf(quaternion: readonly number[]): number[] {
  const [w, x, y, z] = quaternion as [number, number, number, number];
  return [
    ...[1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    ...[2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    ...[2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ];
}
