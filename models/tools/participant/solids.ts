import type { Vector } from './place';

/** Triangles with a place in a picture: what the renderer draws. All of one solid have one picture. */
export interface Solid {
  /** Points x 3, in centimetres. */
  readonly positions: Float64Array;
  /** Points x 2, 0..1 from the bottom left. */
  readonly uv: Float64Array;
  /** Three points a triangle, counterclockwise from the outside. */
  readonly indices: Uint16Array;
}

/** A sheet of `columns` by `rows` cells, each corner placed by `at` from where it is on the sheet, 0..1. */
export function sheet(columns: number, rows: number, at: (u: number, v: number) => Vector): Solid {
  const [positions, uv, indices]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [u, v] = [column / columns, row / rows];
      positions.push(...at(u, v));
      uv.push(u, v);
      if (row === rows || column === columns) continue;
      const corner = row * (columns + 1) + column;
      indices.push(corner, corner + 1, corner + columns + 2, corner, corner + columns + 2, corner + columns + 1);
    }
  }
  return { positions: Float64Array.from(positions), uv: Float64Array.from(uv), indices: Uint16Array.from(indices) };
}

/** The part of an ellipsoid between these angles: `around` from its front (0) to both sides, `over` from its bottom to its top. */
export const ellipsoid = (
  middle: Vector,
  radii: Vector,
  around: readonly [number, number] = [-Math.PI, Math.PI],
  over: readonly [number, number] = [-Math.PI / 2, Math.PI / 2],
): Solid =>
  sheet(32, 16, (u, v) => {
    const a = around[0] + u * (around[1] - around[0]);
    const o = over[0] + v * (over[1] - over[0]);
    return [
      middle[0] + radii[0] * Math.sin(a) * Math.cos(o),
      middle[1] + radii[1] * Math.sin(o),
      middle[2] + radii[2] * Math.cos(a) * Math.cos(o),
    ];
  });

/** Normals of a solid, points x 3, from the triangles that meet in each point. */
export function normalsOf(positions: Float64Array, indices: ArrayLike<number>): Float64Array {
  const normals = new Float64Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
    const [ux, uy, uz] = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!) as [number, number, number];
    const [vx, vy, vz] = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!) as [number, number, number];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const point of [a, b, c]) for (let k = 0; k < 3; k++) normals[point + k]! += normal[k]!;
  }
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.hypot(normals[i]!, normals[i + 1]!, normals[i + 2]!) || 1;
    for (let k = 0; k < 3; k++) normals[i + k]! /= length;
  }
  return normals;
}
