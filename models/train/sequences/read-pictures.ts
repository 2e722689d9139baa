/**
 * Reads the pictures that pictures.py drew as the app would, and writes what sequences are built from.
 *
 *     npx tsx models/train/sequences/read-pictures.ts CACHE PART
 *
 * Writes CACHE/PART.sources.json (`Sources`). A face is measured against the same face at rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { isExpression } from '../../../app/domain/face/expression';
import { PRESENCE_THRESHOLD } from '../../../app/domain/face/face-reading';
import { MOVES, movesOf } from '../../../app/dynamics/memory/moves';
import { restOf } from '../../../app/dynamics/units/rest';
import { Faces } from '../register/faces';
import { rounded, type ShownFace, type SourcePerson, type Sources } from './people';
import { openReader, type PictureReading } from './picture-readings';

interface Row {
  readonly person: string;
  readonly expression: string;
  readonly strength: number;
  readonly votes: readonly number[] | null;
  readonly reading: PictureReading;
}

async function main(): Promise<void> {
  const [cache, part] = process.argv.slice(2);
  if (!cache || !part) throw new Error('usage: read-pictures.ts CACHE PART');
  const table = csvParse(readFileSync(join(cache, `${part}.rows.csv`), 'utf8'));
  const faces = new Faces(join(cache, `${part}.pictures.u8`));
  if (faces.count !== table.length) throw new Error(`${part}: ${faces.count} pictures for ${table.length} rows`);
  const read = await openReader();
  const people = new Map<string, Row[]>();
  for (const [at, { person = '', expression = '', strength, votes }] of table.entries()) {
    const reading = await read(faces, at);
    if (reading.presence < PRESENCE_THRESHOLD) continue;
    const row = { person, expression, strength: Number(strength), votes: votes ? votes.split(' ').map(Number) : null };
    people.set(person, [...(people.get(person) ?? []), { ...row, reading }]);
  }
  const sources: Sources = { moves: MOVES, people: [...people].flatMap(([id, rows]) => personOf(id, rows) ?? []) };
  writeFileSync(join(cache, `${part}.sources.json`), JSON.stringify(sources));
  console.log(`${part}: ${sources.people.length} people of ${table.length} pictures`);
}

/** Null where the face at rest of somebody who was posed could not be read. */
function personOf(id: string, rows: readonly Row[]): SourcePerson | null {
  const atRest = rows.find(({ expression, votes }) => expression === 'neutral' && votes === null);
  const rest = atRest && restOf([atRest.reading.measures], 1);
  const numbers = ({ still, measures }: PictureReading) => ({
    still: rounded(still),
    moves: rest ? rounded(movesOf(measures, rest)) : null,
  });
  const shown = rows.flatMap(({ expression, strength, votes, reading }): ShownFace[] => {
    if (strength < 1 || !isExpression(expression) || (expression === 'neutral' && votes === null)) return [];
    const weaker = rows.find((row) => row.expression === expression && row.strength < 1);
    const half = weaker && numbers(weaker.reading);
    const known = half?.moves ? { still: half.still, moves: half.moves } : null;
    return [{ expression, ...numbers(reading), half: known, votes }];
  });
  const isPosed = rows.some(({ votes }) => votes === null);
  if (isPosed && !atRest) return null;
  return { id, rest: atRest ? rounded(atRest.reading.still) : null, shown };
}

await main();
