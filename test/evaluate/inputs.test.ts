import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type EvaluateArguments, parseEvaluateArguments } from '../../models/evaluate/arguments';
import { readInputs } from '../../models/evaluate/inputs';
import { parseVotes, strictMajority } from '../../models/evaluate/votes';
import { InputError } from '../../models/tools/input-error';

const HEADER = 'image,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,not_face';
const votesOf = (...rows: string[]): string => [HEADER, ...rows.map((row) => `face.png,${row}`), ''].join('\n');
const majority = (row: string) => strictMajority(parseVotes(votesOf(row))[0]!);

test('the strict majority: more than half of the votes that are not slips', () => {
  assert.equal(majority('0,0,0,0,5,0,4,1,0,0'), 'anger', '5 of 9: the single vote does not count');
  assert.equal(majority('0,0,0,0,5,0,5,0,0,0'), null, 'exactly half is not more than half');
  assert.equal(majority('6,4,0,0,0,0,0,0,0,0'), 'neutral');
  assert.equal(majority('0,4,0,0,0,0,0,0,6,0'), null, 'most could not tell');
  assert.equal(majority('0,2,0,0,0,0,0,0,0,8'), null, 'most saw no face');
  assert.equal(majority('1,1,1,1,1,1,1,1,1,1'), null, 'only slips');
  assert.equal(majority('0,0,0,0,0,0,0,2,1,1'), 'contempt');
});

test('columns may come in any order, with others between them, as spreadsheets write them', () => {
  const text =
    '\uFEFFsource,Fear,not_face,unknown,contempt,disgust,anger,sadness,surprise,happiness,neutral\r\n"a, b",9,0,0,0,0,0,0,0,1,0\r\n';
  const [votes] = parseVotes(text);
  assert.equal(votes?.fear, 9);
  assert.equal(votes?.happiness, 1);
});

const REFUSED: [string, string, RegExp][] = [
  ['nothing', '', /^the file is empty$/],
  ['names without votes', `${HEADER}\n`, /no votes/],
  ['a missing column', votesOf('1,2,3,4,5,6,7,8,9,0').replace('fear', 'terror'), /^missing column fear /],
  ['missing columns', 'neutral,happiness,fear\n1,2,3\n', /^missing columns surprise, /],
  ['a missing last column', HEADER.replace(',not_face', ''), /^missing column not_face /],
  ['a column that is there twice', `${HEADER},fear\n`, /column fear is there twice/],
  ['a short row', votesOf('1,2,3,4,5,6,7,8,9,0', '1,2,3'), /^line 3 has 4 cells for 11 columns$/],
  ['a word for a number', votesOf('1,2,many,4,5,6,7,8,9,0'), /^line 2: surprise is "many", not a number of votes$/],
  ['a negative number', votesOf('1,2,3,4,5,6,-7,8,9,0'), /^line 2: fear is "-7"/],
  ['an empty cell', votesOf('1,2,3,4,5,6,,8,9,0'), /^line 2: fear is ""/],
];
for (const [what, text, message] of REFUSED) {
  test(`votes with ${what} are refused`, () => {
    assert.throws(
      () => parseVotes(text),
      (error) => error instanceof InputError && message.test(error.message),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), 'reverie-evaluate-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const faces = (bytes: number): string => file('faces.u8', new Uint8Array(bytes));
const happy = votesOf('0,9,0,0,0,0,0,0,0,0', '5,5,0,0,0,0,0,0,0,0', '0,0,0,9,0,0,0,0,0,0');

test('faces and votes belong together row by row; faces without a majority are left out', () => {
  assert.deepEqual(readInputs(faces(3 * 2304), file('votes.csv', happy)), {
    total: 3,
    kept: [0, 2],
    truth: ['happiness', 'sadness'],
  });
});

const bad: [string, () => [string, string], RegExp][] = [
  [
    'a cut-off face',
    () => [faces(3 * 2304 - 1), file('votes.csv', happy)],
    /faces\.u8: 6911 bytes are not a whole number/,
  ],
  ['no faces', () => [faces(0), file('votes.csv', happy)], /faces\.u8: the file is empty$/],
  ['a face too many', () => [faces(4 * 2304), file('votes.csv', happy)], /holds 4 faces, .*votes\.csv votes on 3$/],
  ['no such faces', () => [join(folder, 'none.u8'), file('votes.csv', happy)], /none\.u8: there is no such file$/],
  ['no such votes', () => [faces(2304), join(folder, 'none.csv')], /none\.csv: there is no such file$/],
  ['a folder', () => [folder, file('votes.csv', happy)], /this is not a file$/],
  ['no majority', () => [faces(2304), file('votes.csv', votesOf('5,5,0,0,0,0,0,0,0,0'))], /no face is left/],
  ['empty votes', () => [faces(2304), file('votes.csv', '')], /votes\.csv: the file is empty$/],
];
for (const [what, paths, message] of bad) {
  test(`${what}: one line that names the file`, () => {
    assert.throws(
      () => readInputs(...paths()),
      (error) => error instanceof InputError && message.test(error.message) && !error.message.includes('\n'),
    );
  });
}

test('the command line is read as meant, or refused', () => {
  const needed = ['--faces', 'a.u8', '--votes', 'a.csv'];
  assert.deepEqual(parseEvaluateArguments(needed), {
    faces: 'a.u8',
    votes: 'a.csv',
    backend: 'wasm',
    align: 'always',
    faceApi: false,
    jsonPath: null,
  });
  const { align, jsonPath } = parseEvaluateArguments([
    ...needed,
    '--align',
    'off',
    '--json',
    'o.json',
  ]) as EvaluateArguments;
  assert.deepEqual({ align, jsonPath }, { align: 'off', jsonPath: 'o.json' });
  assert.equal((parseEvaluateArguments([...needed, '--face-api']) as EvaluateArguments).faceApi, true);
  assert.deepEqual(parseEvaluateArguments(['--units', 'pairs.csv']), {
    units: 'pairs.csv',
    backend: 'wasm',
    jsonPath: null,
  });
  assert.deepEqual(parseEvaluateArguments(['--false-units', 'talk.mp4']), {
    quietClips: ['talk.mp4'],
    backend: 'wasm',
    jsonPath: null,
  });
  for (const args of [
    [],
    ['--faces', 'a.u8'],
    ['--false-units', '--units', 'pairs.csv'],
    ['--units', 'pairs.csv', 'talk.mp4'],
    [...needed, '--backend', 'cuda'],
    [...needed, '--units', 'pairs.csv'],
    ['--units', 'pairs.csv', '--backend', 'cuda'],
    [...needed, '--align', 'yes'],
    ['x'],
  ]) {
    assert.throws(() => parseEvaluateArguments(args), InputError);
  }
});
