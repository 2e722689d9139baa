import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WAIT_MS, WaitingKey } from '../../sw/waiting-key';

test('a key that waits for the next page of its tab is given once, and to that tab alone', () => {
  const waiting = new WaitingKey();
  void waiting.keep('tab', 'key');
  assert.equal(waiting.take('other'), null);
  assert.equal(waiting.take('tab'), 'key');
  assert.equal(waiting.take('tab'), null);
});

test('it is gone after its time, and not before', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const waiting = new WaitingKey();
  void waiting.keep('early', 'key');
  t.mock.timers.tick(WAIT_MS - 1);
  assert.equal(waiting.take('early'), 'key');
  const gone = waiting.keep('late', 'key');
  t.mock.timers.tick(WAIT_MS);
  await gone;
  assert.equal(waiting.take('late'), null);
});
