import { seeded } from '../../base/seeded';

/** The drawing's own grid. */
export const SCENE = { width: 400, height: 300 } as const;

/** A land's edge: `line` is the crest alone, `area` the land under it, both SVG paths. */
export interface Ridge {
  readonly line: string;
  readonly area: string;
}

/** One stroke of light on the water. */
export interface Glint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** 0..1, stronger near the horizon. */
  readonly strength: number;
}

/** The middle of a bird far away, and how far its wings reach to each side. */
export interface Bird {
  readonly x: number;
  readonly y: number;
  readonly span: number;
}

/** What one day's drawing is made of, from far to near. */
export interface Scene {
  readonly sun: { readonly x: number; readonly y: number; readonly r: number };
  readonly ridges: readonly Ridge[];
  /** Empty over land. */
  readonly glints: readonly Glint[];
  /** Often none. */
  readonly birds: readonly Bird[];
}

const between = (random: () => number, low: number, high: number): number => low + (high - low) * random();
const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * A quiet horizon with a low sun, composed from `seed`: the same day and cue give the same place, another cue another one.
 * Half of the places are hills, half a shore.
 */
export function composeScene(seed: string): Scene {
  const random = seeded(seed);
  const shore = random() < 0.5;
  const sun = {
    x: round(between(random, 140, 260)),
    y: round(between(random, 126, 147)),
    r: round(between(random, 31, 38)),
  };
  const horizon = round(between(random, 158, 170));
  return {
    sun,
    ridges: shore ? shoreRidges(random, horizon) : hillRidges(random, horizon),
    glints: shore ? glintsUnder(random, sun.x, sun.r, horizon) : [],
    birds: random() < 0.55 ? flock(random, sun) : [],
  };
}

/** Four crests, each nearer one lower, longer in its swing and steeper. */
function hillRidges(random: () => number, horizon: number): Ridge[] {
  return [0, 1, 2, 3].map((depth) => ridge(random, horizon - 10 + depth * 23, 9 + depth * 5.5, 1.5 - depth * 0.22));
}

/** A far coast, almost flat, and the near bank in the corner of the eye. */
function shoreRidges(random: () => number, horizon: number): Ridge[] {
  return [
    ridge(random, horizon - 6, 7, 1.7),
    ridge(random, horizon + 2, 0.8, 0.8),
    ridge(random, SCENE.height - 34, 13, 0.7),
  ];
}

/** A crest around `level`: three slow waves laid over each other, drawn past both edges so that it can drift. */
function ridge(random: () => number, level: number, swing: number, waves: number): Ridge {
  const parts = [1, 2.3, 4.1].map((rate, index) => ({
    rate: ((rate * waves) / SCENE.width) * Math.PI * 2 * between(random, 0.85, 1.15),
    phase: between(random, 0, Math.PI * 2),
    height: swing / (1 + index * 1.6),
  }));
  const points: [number, number][] = [];
  for (let x = -40; x <= SCENE.width + 40; x += 20) {
    points.push([
      x,
      level + parts.reduce((sum, { rate, phase, height }) => sum + Math.sin(x * rate + phase) * height, 0),
    ]);
  }
  const line = smooth(points);
  return { line, area: `${line}V${SCENE.height + 20}H-40Z` };
}

/** A path through `points` with quadratic curves between their midpoints. */
function smooth(points: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = points;
  let path = `M${first![0]} ${round(first![1])}`;
  rest.forEach(([x, y], index) => {
    const next = rest[index + 1];
    path += next ? `Q${x} ${round(y)} ${(x + next[0]) / 2} ${round((y + next[1]) / 2)}` : `L${x} ${round(y)}`;
  });
  return path;
}

/** The sun's path on the water: short level strokes, wider and looser the nearer they come. */
function glintsUnder(random: () => number, x: number, r: number, horizon: number): Glint[] {
  return Array.from({ length: 11 }, (_, index) => {
    const near = index / 10;
    const spread = r * (0.25 + near * 0.9);
    const width = between(random, r * 0.45, r * 1.5) * (1 - near * 0.25);
    return {
      x: round(x - width / 2 + between(random, -spread, spread)),
      y: round(horizon + 7 + 82 * near ** 1.35),
      width: round(width),
      strength: round(0.6 - near * 0.4),
    };
  });
}

/** Two to four birds on one side of the sun. */
function flock(random: () => number, sun: Scene['sun']): Scene['birds'] {
  const side = sun.x > SCENE.width / 2 ? -1 : 1;
  const x = sun.x + side * between(random, 70, 105);
  const y = sun.y - between(random, 34, 62);
  return Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) => ({
    x: round(x + index * side * between(random, 11, 18)),
    y: round(y + between(random, -8, 8) + index * 3),
    span: round(between(random, 4.5, 7)),
  }));
}
