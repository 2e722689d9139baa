import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPRESSIONS, type Expression, type ExpressionScores, noScores } from '../../app/domain/face/expression';
import { stillExpression } from '../../models/analyse/still-expression';
import { parseEvaluateArguments } from '../../models/evaluate/arguments';
import { labelOf, type ReadPicture, readSet } from '../../models/evaluate/sets/read-set';
import { setReport } from '../../models/evaluate/sets/report';
import { setFigures } from '../../models/evaluate/sets/set-figures';
import { InputError } from '../../models/tools/input-error';
import { fitStill, type StillExample } from '../../models/train/still/fit-still';
import { seeded } from '../models/support/seeded';

const all = (name: Expression, share = 1): ExpressionScores => ({ ...noScores((1 - share) / 8), [name]: share });

test('the labels of a picture: what was posed, what raters saw, and how pleasant it looked to them', () => {
  const row = {
    image: 'a.png',
    expression: 'fear',
    person: '7',
    share_fear: '0.3',
    share_surprise: '0.7',
    entropy_bits: '1.2',
    self_intensity_0_10: '4',
    intensity_0_8_happiness: '1.5',
    intensity_0_8_sadness: '2',
    intensity_0_8_anger: '0.5',
    intensity_0_8_disgust: '1',
    intensity_0_8_fear: '4',
  };
  const { file, posed, seen, valence } = labelOf(row, 'set');
  assert.deepEqual({ file, posed, valence }, { file: 'set/images/a.png', posed: 'fear', valence: -2.5 });
  assert.deepEqual(seen, { ...noScores(), fear: 0.3, surprise: 0.7 });
  const bare = labelOf({ image: 'b.png', expression: '', person: '7', rating_1_5_happiness: '' }, 'set');
  assert.deepEqual([bare.posed, bare.seen, bare.valence], [null, null, null]);
});

const picture = (some: Partial<ReadPicture>): ReadPicture => ({
  file: 'a.png',
  person: '1',
  posed: 'anger',
  seen: null,
  valence: null,
  still: all('anger', 0.8),
  web: all('neutral', 0.8),
  facialValence: 0,
  ...some,
});

test('a set: what was posed, what raters agreed on, and valence, by either reading', () => {
  const rated = [-0.9, -0.2, 0.3, 0.8].map((valence) => picture({ valence, facialValence: valence / 2 }));
  const figures = setFigures([
    ...rated,
    picture({ seen: { ...noScores(), anger: 0.7, disgust: 0.3 } }),
    picture({ seen: { ...noScores(), anger: 0.08, disgust: 0.92 } }),
    picture({ seen: { ...noScores(), anger: 0.6, disgust: 0.4 } }),
    picture({ posed: 'neutral', still: all('neutral'), web: all('neutral'), seen: all('happiness') }),
    picture({ posed: null }),
    picture({ still: null, web: null, facialValence: null }),
  ]);
  assert.equal(figures.posed.still.n, 8);
  assert.equal(figures.posed.still.accuracy, 1);
  assert.equal(figures.posed.web.accuracy, 1 / 8);
  assert.deepEqual(
    figures.agreed.still.map(({ least, n, accuracy }) => [least, n, accuracy]),
    [
      [0.7, 2, 0.5],
      [0.9, 1, 0],
    ],
  );
  assert.equal(figures.agreed.web[0]!.accuracy, 0);
  assert.equal(figures.valence!.n, 4);
  assert.ok(figures.valence!.r > 0.999);
  assert.equal(figures.faceless, 1);
  const report = setReport('some', figures);
  assert.match(report, /top expression is the posed one \| 8 \| 100\.0 % .*\| 12\.5 %/);
  assert.match(report, /Without a face: 1$/);
});

test('the name of a set, and the folder of the sets', async () => {
  assert.deepEqual(parseEvaluateArguments(['--set', 'kdef', 'data']), { set: 'kdef', folder: 'data', jsonPath: null });
  assert.throws(() => parseEvaluateArguments(['--set', 'kdef', '--groups']), InputError);
  await assert.rejects(readSet('nowhere', 'kdef'), InputError);
});

test('the reading of a still is found again where there is one; what nobody showed is not ruled out', () => {
  const random = seeded(5);
  const prior = { ...noScores(), neutral: -1.5, anger: 1, fear: 0.5 };
  const shown = EXPRESSIONS.filter((name) => name !== 'contempt');
  const examples = Array.from({ length: 280 }, (_, at): StillExample => {
    const odds = EXPRESSIONS.map(() => Math.exp(8 * random()));
    const sum = odds.reduce((a, b) => a + b, 0);
    const web = Object.fromEntries(EXPRESSIONS.map((name, k) => [name, odds[k]! / sum])) as ExpressionScores;
    return { web, shown: shown[at % shown.length]!, target: stillExpression(web, { share: 0.5, prior }) };
  });
  const found = fitStill([{ examples, weight: 1 }], 0);
  assert.ok(Math.abs(found.share - 0.5) < 0.02, `${found.share}`);
  const middle = EXPRESSIONS.reduce((sum, name) => sum + prior[name], 0) / EXPRESSIONS.length;
  for (const name of EXPRESSIONS) assert.ok(Math.abs(found.prior[name] - (prior[name] - middle)) < 0.05, name);
  const never = examples.map((example) => ({ ...example, target: all(example.shown) }));
  const held = fitStill([{ examples: never, weight: 1 }], 0.003).prior.contempt;
  assert.ok(held < -1 && held > -6, `${held}`);
});
