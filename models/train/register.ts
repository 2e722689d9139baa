/**
 * Runs the app's landmark model over the training faces and writes, per face, the probability that it is one and five
 * places of it; `alignment.py` turns them into the template and into one similarity transform per face. Beside them all mesh
 * points are kept for `posing.py`: OUT.points.i16, N x 468 x 2 little-endian int16, POINT_UNITS to a picture's side.
 *
 *     npx tsx models/train/register.ts FACES.u8 OUT.mesh.csv
 *
 * An interrupted run goes on after the last face that is whole in both files.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { MESH_POINTS } from '../../app/domain/face/mesh';
import { Faces, MESH_SIDE } from './register/faces.ts';
import { type Mesh, openMesh, type Place } from './register/mesh.ts';

/**
 * Pixels of the 192 that the face gets. MediaPipe gives the model a region 1.5 times the face (128 px); FER+ crops are a
 * little wider than the face, and of 112, 128, 144 and 160 px this found the most faces in `valid`.
 */
const FACE_SIDE = 144;
const PLACES: readonly Place[] = ['rightEye', 'leftEye', 'nose', 'mouthRight', 'mouthLeft'];
const HEADER = ['presence', ...PLACES.flatMap((place) => [`${place}X`, `${place}Y`])].join(',');
const ROWS_PER_WRITE = 200;
const POINT_UNITS = 4096;
const BYTES_PER_FACE = MESH_POINTS * 2 * 2;

/** 0..1 of the face picture, from its top left; places may lie outside. */
const share = (pixel: number) => (pixel - (MESH_SIDE - FACE_SIDE) / 2) / FACE_SIDE;

function rowOf({ presence, places }: Mesh): string {
  const cells = PLACES.flatMap((place) => [share(places[place].x).toFixed(4), share(places[place].y).toFixed(4)]);
  return [presence.toFixed(4), ...cells].join(',');
}

function pointsOf({ landmarks }: Mesh): Buffer {
  const bytes = Buffer.alloc(BYTES_PER_FACE);
  const limit = 2 ** 15 - 1;
  for (let at = 0; at < MESH_POINTS * 2; at++) {
    const value = Math.round(share(landmarks[Math.floor(at / 2) * 3 + (at % 2)]!) * POINT_UNITS);
    bytes.writeInt16LE(Math.max(-limit, Math.min(limit, value)), at * 2);
  }
  return bytes;
}

/** How many faces both files already hold; what an interruption cut short, or wrote to only one of them, is removed. */
function facesDone(out: string, points: string): number {
  if (!existsSync(out)) {
    mkdirSync(dirname(out), { recursive: true });
    appendFileSync(out, `${HEADER}\n`);
  }
  appendFileSync(points, '');
  const lines = readFileSync(out, 'utf8').split('\n').slice(0, -1);
  const done = Math.min(lines.length - 1, Math.floor(statSync(points).size / BYTES_PER_FACE));
  truncateSync(out, `${lines.slice(0, done + 1).join('\n')}\n`.length);
  truncateSync(points, done * BYTES_PER_FACE);
  return done;
}

async function main(): Promise<void> {
  const [input, out] = process.argv.slice(2);
  if (!input || !out) throw new Error('usage: register.ts FACES.u8 OUT.mesh.csv');
  const faces = new Faces(input);
  const pointsFile = out.replace(/(\.mesh)?\.csv$/, '.points.i16');
  const start = facesDone(out, pointsFile);
  if (start >= faces.count) return;
  const meshOf = await openMesh();
  for (let first = start; first < faces.count; first += ROWS_PER_WRITE) {
    const meshes: Mesh[] = [];
    for (let at = first; at < Math.min(faces.count, first + ROWS_PER_WRITE); at++) {
      meshes.push(await meshOf(faces.meshInput(at, FACE_SIDE)));
    }
    appendFileSync(pointsFile, Buffer.concat(meshes.map(pointsOf)));
    appendFileSync(out, `${meshes.map(rowOf).join('\n')}\n`);
  }
  console.log(`${out}: ${faces.count} faces`);
}

await main();
