import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { correlation } from '../../app/statistics/correlation';
import { groupsOf } from '../../app/statistics/groups/groups';
import { varianceComponents } from '../../app/statistics/groups/variance-components';
import { withinCorrelation } from '../../app/statistics/groups/within-correlation';
import { mean } from '../../app/statistics/mean';
import { isKnown, type Needs } from '../../app/statistics/needs';
import { inertia } from '../../app/statistics/series/inertia';
import type { Series } from '../../app/statistics/series/series';
import { meanSquareSuccessiveDifference } from '../../app/statistics/series/successive-differences';
import { sampleDeviation } from '../../app/statistics/standard-deviation';

/**
 * Two diaries of feelings whose authors share them, where they are beside the project: what was published of them, and what R says of
 * each person's variability and inertia, has to come out of our statistics.
 */
const FOLDER = '../shared/data/esm';
const skip = !existsSync(FOLDER) && 'the published diaries are not there';

type Row = Readonly<Record<string, string>>;
const table = (file: string): readonly Row[] => csvParse(readFileSync(`${FOLDER}/${file}`, 'utf8'));

/** An unanswered item is missing. */
const numbersOf = (rows: readonly Row[], item: string): number[] =>
  rows.map((row) => (row[item] === '' ? Number.NaN : Number(row[item])));

const timeOf = ({ day, beep }: Row): readonly [day: number, beep: number] => [Number(day), Number(beep)];

function inOrder(one: Row, other: Row): number {
  const [[day, beep], [otherDay, otherBeep]] = [timeOf(one), timeOf(other)];
  return day - otherDay || beep - otherBeep;
}

/**
 * Steps of one beep within a day. Anything else is a gap: a night, a beep that was left out, and the few that the diary holds twice.
 */
function stepsOf(rows: readonly Row[]): number[] {
  let step = 0;
  return rows.map((row, at) => {
    const [[day, beep], [dayBefore, beepBefore]] = [timeOf(row), timeOf(rows[at - 1] ?? row)];
    step += day === dayBefore && beep === beepBefore + 1 ? 1 : 2;
    return step;
  });
}

const ANSWERS_NEEDED = 10;

/** The people with enough answers to the item, each with what they answered. */
function peopleOf(rows: readonly Row[], item: string): readonly Series[] {
  const persons = [...new Set(rows.map(({ person }) => person))];
  return persons
    .map((person) => rows.filter((row) => row.person === person).sort(inOrder))
    .map((own) => ({ at: stepsOf(own), values: numbersOf(own, item) }))
    .filter(({ values }) => values.filter((value) => !Number.isNaN(value)).length >= ANSWERS_NEEDED);
}

/** Beside each row the mean of what its person answered. */
function meansOf(keys: readonly number[], values: readonly number[]): number[] {
  const means = new Map(groupsOf(keys, values).map(({ key, values: own }) => [key, mean(own)]));
  return keys.map((key) => means.get(key) ?? Number.NaN);
}

const present = (values: Series['values']): number[] => Array.from(values).filter((value) => !Number.isNaN(value));
const meanOfKnown = (values: readonly number[]): number => mean(values.filter((value) => !Number.isNaN(value)));

function meanOf<T extends object>(people: readonly Series[], of: (series: Series) => T | Needs, key: keyof T): number {
  const known = people.map(of).filter(isKnown) as T[];
  return meanOfKnown(known.map((one) => one[key] as number));
}

/** Equal within the rounding of what is printed. */
function agrees(actual: number, printed: string | undefined, what: string): void {
  const digits = printed?.split('.')[1]?.length ?? 0;
  assert.ok(Math.abs(actual - Number(printed)) <= 0.5 * 10 ** -digits + 1e-9, `${what}: ${actual}, printed ${printed}`);
}

describe('published diaries', { skip }, () => {
  const sets = new Map<string, readonly Row[]>();
  const rowsOf = (set: string): readonly Row[] => {
    const rows = sets.get(set) ?? table(`${set}.csv`);
    sets.set(set, rows);
    return rows;
  };

  test('means, variability, inertia and instability of people are those R gives', () => {
    const expected = table('expected-statistics.csv');
    assert.equal(expected.length, 26);
    for (const { set = '', item = '', ...printed } of expected) {
      const people = peopleOf(rowsOf(set), item);
      const values = people.map((person) => present(person.values));
      assert.equal(people.length, Number(printed.persons), item);
      assert.equal(values.flat().length, Number(printed.answers), item);
      agrees(mean(values.map(mean)), printed.mean_of_person_means, `${item}, mean`);
      agrees(sampleDeviation(values.map(mean)), printed.sd_of_person_means, `${item}, SD of means`);
      agrees(mean(values.map(sampleDeviation)), printed.mean_within_sd, `${item}, SD within`);
      const { icc1, icc2 } = varianceComponents(values.map((own, key) => ({ key, values: own })));
      agrees(icc1, printed.ICC1, `${item}, ICC1`);
      agrees(icc2, printed.ICC2, `${item}, ICC2`);
      agrees(meanOf(people, inertia, 'r'), printed.mean_lag1_r_same_day, `${item}, inertia`);
      agrees(meanOf(people, meanSquareSuccessiveDifference, 'mssd'), printed.mean_MSSD_same_day, `${item}, MSSD`);
    }
  });

  test('correlations within and between people are those R gives', () => {
    const expected = table('expected-correlations.csv');
    assert.equal(expected.length, 5);
    for (const { set = '', a = '', b = '', ...printed } of expected) {
      const rows = rowsOf(set);
      const [keys, x, y] = [numbersOf(rows, 'person'), numbersOf(rows, a), numbersOf(rows, b)];
      agrees(withinCorrelation(keys, x, y).within, printed.pooled_within_r, `${a} ${b} within`);
      // `psych` counts a person's mean once for each of their rows, answered or not.
      const { between } = withinCorrelation(keys, meansOf(keys, x), meansOf(keys, y));
      agrees(between, printed.between_r, `${a} ${b} between`);
      const pairs = x.map((value, at) => value + y[at]!).map((value, at) => (Number.isNaN(value) ? Number.NaN : at));
      const own = groupsOf(keys, pairs).map(({ values }) =>
        correlation(
          values.map((at) => x[at]!),
          values.map((at) => y[at]!),
        ),
      );
      assert.equal(own.filter((value) => !Number.isNaN(value)).length, Number(printed.persons), `${a} ${b} persons`);
      agrees(meanOfKnown(own), printed.mean_person_r, `${a} ${b} of people`);
    }
  });

  test('the changes over the study are those the paper prints', () => {
    const expected = table('published-fried2021-table1.csv');
    assert.equal(expected.length, 14);
    const rows = rowsOf('fried2021');
    for (const {
      item = '',
      published_standardised_change: published,
      pearson_r_with_day_in_these_data: r,
    } of expected) {
      const answered = rows.filter((row) => row[item] !== '');
      const actual = correlation(numbersOf(answered, 'day'), numbersOf(answered, item));
      agrees(actual, r, item);
      assert.ok(Math.abs(actual - Number(published)) <= 0.0055, `${item}: ${actual}, published ${published}`);
    }
  });
});
