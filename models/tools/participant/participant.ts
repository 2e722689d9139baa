import { type CanonicalMesh, loadCanonicalMesh } from './canonical-mesh';
import { EYE_RADIUS, type FaceActs, FaceShape } from './face-shape';
import { eye, hair, LOOKS, type Looks, plain, room, skin, teeth } from './pictures';
import { type Place, placedAt, turned, type Vector } from './place';
import { type Lamp, type Placed, Renderer } from './renderer';
import { ellipsoid, type Solid, sheet } from './solids';

/** What a participant does at one moment. */
export interface Moment {
  readonly pose: Place;
  readonly acts: FaceActs;
  /** Where the eyes look against the head, in radians: to the image's right and up. */
  readonly gaze: readonly [yaw: number, pitch: number];
  readonly lamp: Lamp;
}

export const AT_REST: Moment = {
  pose: { yaw: 0, pitch: 0, roll: 0, xCm: 0, yCm: 0, distanceCm: 42 },
  acts: {},
  gaze: [0, 0],
  lamp: { from: [-0.5, 0.7, 1], strength: 0.6, ambient: 0.45 },
};

/** The points of the mesh that the lids and the lips are around: nothing is there but what is behind. */
const RINGS = [
  [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
];

interface Part {
  readonly solid: Solid;
  readonly picture: OffscreenCanvas;
  readonly lit?: boolean;
  /** Turns about its own middle; the head's turn comes after. */
  readonly middle?: Vector;
  /** Stands still when the head turns. */
  readonly fixed?: boolean;
}

/**
 * A drawn person: the canonical face with skin, eyes, teeth, hair, a neck and a room behind. The app's own detector and mesh find it and
 * follow it. Nobody is pictured.
 */
export class Participant {
  readonly #shape: FaceShape;
  readonly #face: Part;
  readonly #eyes: readonly Part[];
  readonly #lowerTeeth: Part;
  readonly #others: readonly Part[];
  readonly #renderer: Renderer;
  #frame = 0;

  constructor(mesh: CanonicalMesh, looks: Looks = LOOKS, width = 640, height = 480) {
    this.#shape = new FaceShape(mesh);
    this.#renderer = new Renderer(width, height);
    this.#face = { solid: faceSolid(mesh), picture: skin(mesh, looks) };
    const ball = eye(looks);
    this.#eyes = this.#shape.eyes.map((middle) => ({ solid: eyeball(middle), picture: ball, middle }));
    const [row, dark, cloth, strands] = [teeth(), plain('#24090b'), plain('#4a5a6e'), hair(looks)];
    const neck = plain(looks.skin);
    this.#lowerTeeth = { solid: teethRow(-5.15, -4.6), picture: row };
    this.#others = [
      {
        solid: sheet(1, 1, (u, v) => [260 * (u - 0.5), 200 * (v - 0.5), -100]),
        picture: room(),
        lit: false,
        fixed: true,
      },
      { solid: ellipsoid([0, -29, -7], [24, 16, 9]), picture: cloth, fixed: true },
      { solid: sheet(24, 2, (u, v) => throat(u, v)), picture: neck },
      {
        solid: ellipsoid([0, 3, -3.4], [8.3, 8.6, 9.4], [1.35, 2 * Math.PI - 1.35], [-0.5, Math.PI / 2]),
        picture: strands,
      },
      { solid: ellipsoid([0, 3, -2.8], [8.4, 8.9, 8.9], [-Math.PI, Math.PI], [0.6, Math.PI / 2]), picture: strands },
      { solid: ellipsoid([-7.6, 0.6, -3.2], [0.7, 2.6, 1.6]), picture: neck },
      { solid: ellipsoid([7.6, 0.6, -3.2], [0.7, 2.6, 1.6]), picture: neck },
      { solid: sheet(8, 1, (u, v) => [4.6 * (u - 0.5), -5.9 + 2.4 * v, 3.2]), picture: dark },
      { solid: teethRow(-4.35, -3.75), picture: row },
    ];
  }

  static async create(looks: Looks = LOOKS): Promise<Participant> {
    return new Participant(await loadCanonicalMesh(), looks);
  }

  /** Draws the moment and hands over the picture, which is the caller's to close. */
  picture(moment: Moment): ImageBitmap {
    this.draw(moment);
    return this.#renderer.canvas.transferToImageBitmap();
  }

  draw({ pose, acts, gaze, lamp }: Moment): void {
    const jaw = acts[26] ?? 0;
    const dropped = 1.15 * (typeof jaw === 'number' ? jaw : jaw.right);
    const face = this.#shape.moved(acts);
    const scene = [
      ...this.#others.map((part) => placed(part, part.solid.positions, pose)),
      placed(this.#lowerTeeth, shifted(this.#lowerTeeth.solid.positions, [0, -dropped, 0]), pose),
      ...this.#eyes.map((part) => placed(part, looking(part, gaze), pose)),
      placed(this.#face, face, pose),
    ];
    this.#renderer.draw(scene, lamp, this.#frame++);
  }
}

function faceSolid({ positions, uv, triangles }: CanonicalMesh): Solid {
  const isHole = (triangle: readonly number[]): boolean =>
    RINGS.some((ring) => triangle.every((point) => ring.includes(point)));
  const indices = triangles.filter((triangle) => !isHole(triangle)).flat();
  return { positions, uv, indices: Uint16Array.from(indices) };
}

const eyeball = (middle: Vector): Solid => {
  const ball = ellipsoid(middle, [EYE_RADIUS, EYE_RADIUS, EYE_RADIUS], [-1.3, 1.3], [-1.3, 1.3]);
  const uv = Float64Array.from(ball.uv, (_, i) => {
    const point = Math.floor(i / 2);
    return 0.5 + (ball.positions[3 * point + (i % 2)]! - middle[i % 2]!) / (2 * EYE_RADIUS);
  });
  return { ...ball, uv };
};

const teethRow = (bottom: number, top: number): Solid =>
  sheet(12, 1, (u, v) => {
    const a = 2.2 * (u - 0.5);
    return [2.3 * Math.sin(a), bottom + v * (top - bottom), 2.4 + 2.2 * Math.cos(a)];
  });

const throat = (u: number, v: number): Vector => {
  const a = 2 * Math.PI * (u - 0.5);
  const width = 5 + 0.8 * (1 - v);
  return [width * Math.sin(a), -24 + 19 * v, -4.5 + (width - 0.4) * Math.cos(a)];
};

const shifted = (positions: Float64Array, by: Vector): Float64Array =>
  positions.map((value, i) => value + by[(i % 3) as 0 | 1 | 2]);

/** An eyeball turned about its middle. */
function looking({ solid, middle }: Part, [yaw, pitch]: Moment['gaze']): Float64Array {
  const [cx, cy, cz] = middle ?? [0, 0, 0];
  return mapped(solid.positions, ([x, y, z]) => {
    const [tx, ty, tz] = turned([x - cx, y - cy, z - cz], { yaw, pitch, roll: 0 });
    return [tx + cx, ty + cy, tz + cz];
  });
}

/** From the head's own centimetres to those before the camera. */
function placed({ solid, picture, lit = true, fixed = false }: Part, positions: Float64Array, pose: Place): Placed {
  const turn = fixed ? { ...pose, yaw: 0, pitch: 0, roll: 0 } : pose;
  return {
    solid,
    picture,
    lit,
    positions: mapped(positions, (point) => placedAt(point, turn)),
  };
}

function mapped(positions: Float64Array, of: (point: Vector) => Vector): Float64Array {
  const result = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    result.set(of([positions[i]!, positions[i + 1]!, positions[i + 2]!]), i);
  }
  return result;
}
