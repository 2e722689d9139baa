/**
 * From what `npm run analyse -- --pairs PAIRS.csv --json READ.json` printed of posed pictures, each against a neutral one of the same
 * person, to what sequences are built from.
 *
 *     npx tsx models/train/sequences/read-pairs.ts PAIRS.csv READ.json OUT.sources.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { EXPRESSIONS, type ExpressionScores, isExpression } from '../../../app/domain/face/expression';
import { MOVES, movesOf } from '../../../app/dynamics/memory/moves';
import { restAtTurn } from '../../../app/dynamics/units/rest';
import { readingsOf } from '../../analyse/frame-readings';
import { restOfFrames } from '../../analyse/motion';
import type { PrintedResult } from '../../analyse/result';
import { rounded, type SourcePerson, type Sources } from './people';

const [pairsFile, readFile, out] = process.argv.slice(2);
if (!pairsFile || !readFile || !out) throw new Error('usage: read-pairs.ts PAIRS.csv READ.json OUT.sources.json');
const results = JSON.parse(readFileSync(readFile, 'utf8')) as readonly PrintedResult[];
const byFile = new Map(results.map((result) => [result.file, result]));
const still = (scores: ExpressionScores): number[] => rounded(EXPRESSIONS.map((name) => scores[name]));

/** A neutral picture whose own neutral one was read gives the rest of everybody who is measured against it. */
const people = csvParse(readFileSync(pairsFile, 'utf8')).flatMap(
  ({ file = '', baseline = '', person = '', expression = '' }): SourcePerson[] => {
    const [frame, atRest] = [byFile.get(file)?.frames[0], byFile.get(baseline)?.frames[0]];
    const own = atRest && restOfFrames([atRest]);
    if (!frame?.webExpression || !atRest?.webExpression || !own || !isExpression(expression)) return [];
    if (expression === 'neutral') return [];
    const [reading] = readingsOf([frame]);
    if (!reading?.usable || !reading.measures) return [];
    const moves = rounded(movesOf(reading.measures, restAtTurn(own.rest, reading)));
    const shown = [{ expression, still: still(frame.webExpression), moves, half: null, votes: null }];
    return [{ id: person, rest: still(atRest.webExpression), shown }];
  },
);
writeFileSync(out, JSON.stringify({ moves: MOVES, people } satisfies Sources));
console.log(`${out}: ${people.length} of ${results.length} pictures`);
