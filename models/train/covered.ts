/**
 * Fits what tells a covered face from one that is not: a line in the expression model's embedding and the mesh's presence. Faces of the
 * training set are shown to the app's own models as they are, covered at random, and made worse without a cover.
 *
 *     npx tsx models/train/covered.ts FACES.u8 [COUNT]
 *
 * Writes models/expression/covered.json. A few minutes on one core.
 */
import { writeFileSync } from 'node:fs';
import { numbersFrom } from '../../app/base/seeded';
import { MODELS } from '../../app/vision/runtime/models';
import { COVERS, covered, type FacePlace, type Grey } from './covered/covers.ts';
import { HARMS, harmed } from './covered/harm.ts';
import { fitLine } from './covered/logistic.ts';
import { StillReader } from './covered/still-reader.ts';
import { Faces, MESH_SIDE } from './register/faces.ts';

/** Pixels of the 192 that a face gets, as in `register.ts`. */
const FACE_SIDE = 144;
/** Ours, not tuned: small against 2,000 examples, and enough that no weight grows without end. */
const RIDGE = 0.01;
/** The faces are taken in an order that mixes them: a prime that divides no count of them. */
const STEP = 7919;

const [file, count = '800'] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npx tsx models/train/covered.ts FACES.u8 [COUNT]');
  process.exit(2);
}
const faces = new Faces(file);
const reader = await StillReader.open();
const random = numbersFrom(MODELS.expression.bytes);
const whole = { cx: MESH_SIDE / 2, cy: MESH_SIDE / 2, size: MESH_SIDE, angle: 0 };
const rows: Float64Array[] = [];
const isCovered: boolean[] = [];
let other: Grey | null = null;
for (let at = 0; at < Number(count); at++) {
  const picture = pictureOf((at * STEP) % faces.count);
  const clean = await reader.read(picture, whole, true);
  if (!clean) continue;
  take(clean.features, false);
  for (const [changed, hides] of changesOf(picture, clean.place, at)) {
    const face = await reader.read(changed, clean.mesh.region, false);
    if (face) take(face.features, hides);
  }
  other = picture;
  if (at % 50 === 0) console.error(`${at} faces`);
}
const { weights, bias } = fitLine(rows, isCovered, RIDGE);
const rounded = (value: number): number => Number(value.toPrecision(5));
const { id, version } = MODELS.expression;
const head = { model: `${id} ${version}`, weights: weights.map(rounded), bias: rounded(bias) };
writeFileSync(new URL('../expression/covered.json', import.meta.url), `${JSON.stringify(head, null, 1)}\n`);
console.log(`${rows.length} faces, ${isCovered.filter(Boolean).length} of them covered`);

function take(features: Float64Array, hides: boolean): void {
  rows.push(features);
  isCovered.push(hides);
}

/** A cover of each face in turn, and something that is none. */
function changesOf(picture: Grey, face: FacePlace, at: number): [Grey, boolean][] {
  const cover = COVERS[at % COVERS.length]!;
  const harm = HARMS[at % HARMS.length]!;
  const none =
    at % 2 === 0 ? covered(picture, face, 'beside', other, random) : harmed(picture, harm, face.x, face.width, random);
  return [
    [covered(picture, face, cover, other, random), true],
    [none, false],
  ];
}

/** The first of the three planes, which are alike. */
function pictureOf(index: number): Grey {
  return {
    data: faces
      .meshInput(index, FACE_SIDE)
      .subarray(0, MESH_SIDE ** 2)
      .map((value) => 255 * value),
    side: MESH_SIDE,
  };
}
