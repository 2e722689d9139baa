import { blurred, type Canvas, compressed, drawn, gaussian, moved, over, recoloured, scaled, turned } from './canvas';
import { eyesCovered, fringe, glassesShining, halfCovered, handAtMouth, mouthCovered, type PlacedFace } from './covers';

/** What the same condition came to before the reader was mended, on 24 other faces, as far as it was measured. */
export interface Before {
  readonly read: number;
  readonly usable: number;
  readonly same: number;
  readonly tv: number;
  readonly valence: number;
}

export interface Condition {
  readonly name: string;
  /** The pictures of it, each made from the clean one: more than one where it has two sides. */
  readonly pictures: readonly ((face: PlacedFace) => Canvas | Promise<Canvas>)[];
  /** Null where it was not measured then. */
  readonly before: Before | null;
}

const before = (read: number, usable: number, same: number, tv: number, valence: number): Before => ({
  read,
  usable,
  same,
  tv,
  valence,
});

const both = (degrees: number): Condition['pictures'] => [
  ({ frame }) => turned(frame, degrees),
  ({ frame }) => turned(frame, -degrees),
];

const lit = (r: number, g = r, b = r): Condition['pictures'] => [
  ({ frame }) => recoloured(frame, ([red, green, blue]) => [r * red, g * green, b * blue]),
];

const noisy = (deviation: number): Condition['pictures'] => [
  ({ frame, turn }) => {
    const noise = gaussian(`noise ${turn}`, deviation);
    return recoloured(frame, ([r, g, b]) => [r + noise(), g + noise(), b + noise()]);
  },
];

const grey = ({ frame }: PlacedFace): Canvas =>
  recoloured(frame, ([r, g, b]) => {
    const luma = 0.299 * r + 0.587 * g + 0.114 * b;
    return [luma, luma, luma];
  });

/** A face of this many pixels from side to side. */
const small = ({ frame, box }: PlacedFace, facePx: number): Canvas => {
  const scale = facePx / box.width;
  return scaled(frame, Math.round(frame.width * scale), Math.round(frame.height * scale));
};

const sideLight = ({ frame, box }: PlacedFace): Canvas =>
  recoloured(frame, ([r, g, b], x) => {
    const light = Math.min(1, Math.max(0.2, 1 - (0.8 * (x - box.x)) / box.width));
    return [r * light, g * light, b * light];
  });

/** A lamp below the chin: the brow lies in the dark. */
const lowLight = ({ frame, box }: PlacedFace): Canvas =>
  recoloured(frame, ([r, g, b], _x, y) => {
    const light = Math.min(1.15, Math.max(0.2, 0.25 + (y - box.y) / box.height));
    return [r * light, g * light, b * light];
  });

/** The face at a third of its light before a white window. */
const backLight = ({ frame, box }: PlacedFace): Canvas => {
  const [cx, cy] = [box.x + box.width / 2, box.y + 0.45 * box.height];
  return recoloured(frame, ([r, g, b], x, y) =>
    Math.hypot((x - cx) / (0.68 * box.width), (y - cy) / (0.78 * box.height)) > 1
      ? [250, 251, 252]
      : [0.33 * r, 0.33 * g, 0.33 * b],
  );
};

/** A hand that shakes: five pictures one after the other in one. */
const shaken = ({ frame }: PlacedFace): Canvas =>
  over(frame, (context) => {
    for (let step = 1; step < 5; step++) {
      context.globalAlpha = 1 / (step + 1);
      context.drawImage(frame, 3 * step, 1.2 * step);
    }
  });

/** The middle of it, as a phone held upright shows it. */
const upright = ({ frame }: PlacedFace): Canvas =>
  drawn(360, 640, (context) => context.drawImage(frame, 180 - frame.width / 2, 320 - frame.height / 2));

/** Every condition in the order of the table. */
export const CONDITIONS: readonly Condition[] = [
  { name: 'mirrored', pictures: [({ frame }) => turned(frame, 0, true)], before: before(24, 24, 22, 0.034, 0.037) },
  { name: 'turned by 15 degrees', pictures: both(15), before: before(48, 47, 48, 0.006, 0.013) },
  { name: 'turned by 30', pictures: both(30), before: before(48, 47, 48, 0.009, 0.021) },
  { name: 'turned by 45', pictures: both(45), before: before(48, 45, 47, 0.016, 0.027) },
  { name: 'turned by 60', pictures: both(60), before: null },
  { name: 'turned by 90', pictures: both(90), before: before(48, 44, 47, 0.034, 0.047) },
  { name: 'turned by 105', pictures: both(105), before: null },
  { name: 'turned by 120', pictures: both(120), before: null },
  { name: 'turned by 135', pictures: both(135), before: null },
  { name: 'turned by 150', pictures: both(150), before: null },
  { name: 'turned by 165', pictures: both(165), before: null },
  { name: 'turned by 180', pictures: [({ frame }) => turned(frame, 180)], before: before(18, 14, 4, 0.723, 0.53) },
  {
    name: 'upside down, mirrored',
    pictures: [({ frame }) => turned(frame, 180, true)],
    before: before(17, 14, 4, 0.737, 0.578),
  },
  { name: 'light x 0.3', pictures: lit(0.3), before: before(24, 24, 23, 0.008, 0.013) },
  { name: 'light x 0.1', pictures: lit(0.1), before: before(24, 24, 24, 0.01, 0.017) },
  { name: 'light x 2, clipped', pictures: lit(2), before: before(24, 24, 19, 0.188, 0.173) },
  { name: 'noise, deviation 25', pictures: noisy(25), before: before(24, 24, 21, 0.041, 0.047) },
  { name: 'noise, deviation 60', pictures: noisy(60), before: before(24, 24, 21, 0.081, 0.11) },
  {
    name: 'JPEG of quality 10',
    pictures: [({ frame }) => compressed(frame, 0.1)],
    before: before(24, 24, 23, 0.039, 0.045),
  },
  { name: 'face of 40 px', pictures: [(face) => small(face, 40)], before: before(24, 24, 24, 0.029, 0.033) },
  {
    name: 'face of 40 px, enlarged again',
    pictures: [(face) => scaled(small(face, 40), face.frame.width, face.frame.height)],
    before: before(24, 24, 24, 0.025, 0.029),
  },
  { name: 'blur of 4 px', pictures: [({ frame }) => blurred(frame, 4)], before: before(24, 24, 22, 0.088, 0.108) },
  { name: 'blur of 8 px', pictures: [({ frame }) => blurred(frame, 8)], before: before(23, 23, 17, 0.25, 0.282) },
  { name: 'shaken', pictures: [shaken], before: null },
  { name: 'grey', pictures: [grey], before: before(24, 24, 24, 0.009, 0.015) },
  {
    name: 'contrast x 0.25',
    pictures: [
      ({ frame }) => recoloured(frame, ([r, g, b]) => [128 + (r - 128) / 4, 128 + (g - 128) / 4, 128 + (b - 128) / 4]),
    ],
    before: before(24, 24, 23, 0.008, 0.015),
  },
  { name: 'warm lamp', pictures: lit(1.1, 0.85, 0.5), before: before(24, 24, 24, 0.023, 0.031) },
  { name: 'blue lamp', pictures: lit(0.25, 0.4, 1), before: null },
  { name: 'light from the side', pictures: [sideLight], before: before(24, 24, 23, 0.014, 0.018) },
  { name: 'light from below', pictures: [lowLight], before: null },
  { name: 'before a window', pictures: [backLight], before: null },
  { name: 'mouth covered', pictures: [mouthCovered], before: before(24, 24, 17, 0.305, 0.369) },
  { name: 'eyes covered', pictures: [eyesCovered], before: before(24, 24, 20, 0.185, 0.153) },
  { name: 'half of the face covered', pictures: [halfCovered], before: before(24, 20, 18, 0.243, 0.187) },
  { name: 'hand at the mouth', pictures: [handAtMouth], before: null },
  { name: 'glasses with lamps in them', pictures: [glassesShining], before: null },
  { name: 'fringe down to the lids', pictures: [fringe], before: null },
  {
    name: 'off the middle',
    pictures: [
      ({ frame }) => moved(frame, 0.3, 0),
      ({ frame }) => moved(frame, -0.3, 0),
      ({ frame }) => moved(frame, 0, 0.2),
      ({ frame }) => moved(frame, 0, -0.2),
    ],
    before: null,
  },
  { name: '360 x 640', pictures: [upright], before: null },
  { name: '160 x 120', pictures: [({ frame }) => scaled(frame, 160, 120)], before: null },
  { name: '1440 x 1080', pictures: [({ frame }) => scaled(frame, 1440, 1080)], before: null },
];
