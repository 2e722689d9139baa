import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvaluateArguments } from '../../models/evaluate/arguments';
import { evaluateGroups } from '../../models/evaluate/groups/evaluate-groups';
import { type GroupedPicture, groupFigures } from '../../models/evaluate/groups/group-figures';
import { landmarkError } from '../../models/evaluate/groups/landmark-error';
import { InputError } from '../../models/tools/input-error';

const picture = (some: Partial<GroupedPicture>): GroupedPicture => ({
  person: '1',
  sex: 'female',
  age: 24,
  ethnicity: 'east_asian',
  expression: 'neutral',
  told: 'neutral',
  error: 0.05,
  ...some,
});

test('groups: people, faces found, landmark error, neutral and smiles, each with its interval', () => {
  const groups = groupFigures([
    picture({}),
    picture({ expression: 'happiness', told: 'happiness', error: null }),
    picture({ person: '2', sex: 'male', age: Number.NaN, error: 0.07, told: 'sadness' }),
    picture({ person: '2', sex: 'male', age: Number.NaN, expression: 'happiness', told: null, error: null }),
    picture({ error: 0.05 }),
    picture({ person: '2', sex: 'male', age: Number.NaN, error: 0.07 }),
  ]);
  const [everybody] = groups;
  assert.deepEqual([everybody!.people, everybody!.found.hits, everybody!.found.n], [2, 5, 6]);
  assert.deepEqual([everybody!.neutral.hits, everybody!.smiles.hits], [3, 1]);
  assert.ok(Math.abs(everybody!.error!.mean - 0.06) < 1e-9);
  // Student's t of three degrees of freedom is 3.182, and the deviation .01155, half of it for the mean of four.
  assert.ok(Math.abs(everybody!.error!.interval[1] - 0.06 - 3.182 * 0.005774) < 1e-4);
  assert.deepEqual(
    groups.map(({ by, group }) => `${by}: ${group}`),
    ['all: everybody', 'sex: female', 'sex: male', 'age: 18 to 24', 'age: age not said', 'ethnicity: east asian'],
  );
  assert.equal(groups[1]!.error, null, 'two pictures have no interval');
});

test('landmark error: in shares of the distance between the pupils', () => {
  const byHand = Array.from({ length: 189 }, (_, at) => [at === 1 ? 100 : 0, 0] as const);
  const mesh = Array.from({ length: 478 }, (_, at) => [at === 473 ? 100 : 0, 5] as const);
  assert.ok(Math.abs(landmarkError(byHand, mesh) - 0.05) < 1e-9);
});

test('groups: the folder of the sets may be named', async () => {
  assert.deepEqual(parseEvaluateArguments(['--groups', 'data']), { groups: 'data', jsonPath: null });
  await assert.rejects(
    evaluateGroups('nowhere', () => undefined),
    InputError,
  );
});
