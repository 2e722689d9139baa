/**
 * Runs the app's landmark model over the training faces and writes, per face, the probability that it is one and five
 * places of it. `alignment.py` turns them into the template and into one similarity transform per face.
 *
 *     npx tsx models/train/register.ts FACES.u8 OUT.csv
 *
 * An interrupted run goes on after its last whole row.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** Coordinates are 0..1 of the face picture, from its top left; they may lie outside. */
function rowOf({ presence, places }: Mesh): string {
  const share = (pixel: number) => ((pixel - (MESH_SIDE - FACE_SIDE) / 2) / FACE_SIDE).toFixed(4);
  const cells = PLACES.flatMap((place) => [share(places[place].x), share(places[place].y)]);
  return [presence.toFixed(4), ...cells].join(',');
}

/** How many faces the file already holds; a row cut short by an interruption is removed. */
function rowsDone(out: string): number {
  if (!existsSync(out)) {
    mkdirSync(dirname(out), { recursive: true });
    appendFileSync(out, `${HEADER}\n`);
    return 0;
  }
  const text = readFileSync(out, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  truncateSync(out, whole.length);
  return whole.split('\n').length - 2;
}

async function main(): Promise<void> {
  const [input, out] = process.argv.slice(2);
  if (!input || !out) throw new Error('usage: register.ts FACES.u8 OUT.csv');
  const faces = new Faces(input);
  const start = rowsDone(out);
  if (start >= faces.count) return;
  const meshOf = await openMesh();
  for (let first = start; first < faces.count; first += ROWS_PER_WRITE) {
    const rows: string[] = [];
    for (let at = first; at < Math.min(faces.count, first + ROWS_PER_WRITE); at++) {
      rows.push(rowOf(await meshOf(faces.meshInput(at, FACE_SIDE))));
    }
    appendFileSync(out, `${rows.join('\n')}\n`);
  }
  console.log(`${out}: ${faces.count} faces`);
}

await main();
