import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACTION_UNITS, type ActionUnit } from '../../app/domain/face/action-unit';
import { noScores } from '../../app/domain/face/expression';
import { numbersOf, readCodedPairs } from '../../models/evaluate/units/coded-pairs';
import { FALSE_UNITS_HEAD, falseUnitsRow } from '../../models/evaluate/units/false-units';
import { mixedLine, mixedTold } from '../../models/evaluate/units/mixed-told';
import { posedFigures } from '../../models/evaluate/units/posed-figures';
import { unitFigures } from '../../models/evaluate/units/unit-figures';

const folder = mkdtempSync(join(tmpdir(), 'reverie-units-'));
const list = (text: string): string => {
  const path = join(folder, `${Math.random()}.csv`);
  writeFileSync(path, text);
  return path;
};

test('the figures of a unit: hits, misses, false alarms, and how well it is ranked', () => {
  const judged = [
    [true, 0.9],
    [true, 0.4],
    [false, 0.6],
    [false, 0.1],
    [false, 0.4],
  ].map(([coded, told]) => ({ coded: coded as boolean, told: told as number }));
  const { coded, n, f1, precision, recall, auc, f1Interval } = unitFigures(judged);
  assert.deepEqual({ coded, n, f1, precision, recall }, { coded: 2, n: 5, f1: 0.5, precision: 0.5, recall: 0.5 });
  // Of six pairs 0.9 wins three; 0.4 wins one, ties one and loses one.
  assert.equal(auc, 4.5 / 6);
  assert.ok(f1Interval[0] <= f1 && f1 <= f1Interval[1]);
  assert.deepEqual(unitFigures(judged), unitFigures(judged), 'the same each time');
});

test('half itself is not there', () => {
  assert.equal(unitFigures([{ coded: true, told: 0.5 }]).recall, 0);
  assert.equal(unitFigures([{ coded: true, told: 0.51 }]).recall, 1);
});

test('each posed expression counts the same', () => {
  const told = [
    ...Array.from({ length: 9 }, () => ({ truth: 'happiness', told: 'happiness' }) as const),
    { truth: 'fear', told: 'neutral' } as const,
  ];
  const { recall, unweighted, n } = posedFigures(told);
  assert.deepEqual([recall, unweighted, n], [{ happiness: 1, fear: 0 }, 0.5, { happiness: 9, fear: 1 }]);
});

test('faces that posed one expression and are told as two are counted by what was posed', () => {
  const units = (there: readonly ActionUnit[]) =>
    Object.fromEntries(ACTION_UNITS.map((unit) => [unit, there.includes(unit) ? 0.95 : 0.05])) as Record<
      ActionUnit,
      number
    >;
  const smile = {
    truth: 'happiness',
    units: units(['AU6', 'AU12', 'AU25']),
    still: { ...noScores(0.02), happiness: 0.86 },
  };
  const still = { ...noScores(0.02), happiness: 0.44, sadness: 0.44 };
  const both = { truth: 'sadness', units: units(['AU4', 'AU6', 'AU12', 'AU25']), still };
  const told = mixedTold([smile, both] as Parameters<typeof mixedTold>[0]);
  assert.deepEqual(told, { sadness: 1 });
  assert.match(mixedLine(told, 2), /: 1 of 2 \(sadness 1\)$/);
});

test('a list of coded pairs is read, or refused in one line', () => {
  const [pair] = readCodedPairs(list('file,baseline,AU1,AU12,expression\n/a.png,/b.png,0,1,happiness\n'));
  assert.deepEqual([...pair!.coded], [12]);
  assert.equal(pair!.expression, 'happiness');
  assert.equal(readCodedPairs(list('file,baseline,AU1\n/a.png,/b.png,0\n'))[0]!.expression, null);
  assert.throws(() => readCodedPairs(list('file,baseline\n/a.png,/b.png\n')), /no column like AU12/);
  assert.throws(() => readCodedPairs(join(folder, 'missing.csv')), /missing\.csv/);
  assert.deepEqual(numbersOf('AU23/24'), [23, 24]);
});

test('what was found where nothing should be is a row of its own, a minute each', () => {
  const row = falseUnitsRow({ what: 'talk', minutes: 0.5, counts: { AU4: 2, AU9: 1 }, expected: {} });
  assert.equal(row, '| talk | 0.5 | 4.0 | AU4 2, AU9 1 | none |');
  const cells = (line = ''): number => line.split('|').length;
  assert.deepEqual(FALSE_UNITS_HEAD.split('\n').map(cells), [cells(row), cells(row)]);
});
