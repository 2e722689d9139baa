import type { ValencePoint } from '../statistics/valence-point';

/**
 * At most about `most` points, in their order: time is cut into equal stretches, and of each those remain whose rating or face is
 * lowest or highest in it. So no extreme is lost, and neither is a gap. All of them where they are no more.
 *
 * @example decimated([{ epochMs: 0, self: 0.1, face: null }], 8).length // 1
 */
export function decimated(points: readonly ValencePoint[], most: number): readonly ValencePoint[] {
  if (points.length <= most) return points;
  // Four of each stretch may remain.
  const count = Math.max(1, Math.floor(most / 4));
  const [fromMs, toMs] = [points[0]!.epochMs, points.at(-1)!.epochMs];
  const widthMs = (toMs - fromMs) / count || 1;
  const kept = new Set<ValencePoint>();
  let at = 0;
  for (let stretch = 0; stretch < count; stretch++) {
    const endMs = stretch === count - 1 ? Number.POSITIVE_INFINITY : fromMs + (stretch + 1) * widthMs;
    const first = at;
    while (at < points.length && points[at]!.epochMs < endMs) at += 1;
    const its = points.slice(first, at);
    for (const of of ['self', 'face'] as const) for (const extreme of extremesOf(its, of)) kept.add(extreme);
  }
  return points.filter((point) => kept.has(point));
}

function extremesOf(points: readonly ValencePoint[], of: 'self' | 'face'): readonly ValencePoint[] {
  let [low, high]: [ValencePoint | null, ValencePoint | null] = [null, null];
  for (const point of points) {
    const value = point[of];
    if (value === null) continue;
    if (low === null || value < low[of]!) low = point;
    if (high === null || value > high[of]!) high = point;
  }
  return low && high ? [low, high] : [];
}
