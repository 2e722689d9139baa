import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../models/tools/serve';
import { killSealing } from './kill-sealing';
import { lockAfter } from './locked-after-change';
import { scanOnce } from './scan/files-scanned';
import { STEPS } from './scan/protection-steps';

/** Four times what each takes on a busy machine. */
const HANGS_AFTER = { timeout: 180_000 };

/*
 * What an old secret opens after a change of the protection: nothing that came later. Each attack once; many times by
 * `npm run attack -- files-scanned`, `kill-sealing` and `locked-after-change`.
 */

test(
  'after a passphrase was set, no key in the profile’s files opens what was written since',
  HANGS_AFTER,
  async (t) => {
    const server = await startServer();
    t.after(() => server.stop());
    const { problems } = await scanOnce(server, STEPS.slice(0, 1), () => undefined);
    assert.deepEqual(problems, []);
  },
);

test(
  'killed 10 times while everything is sealed again, a journal opens and all of it is there',
  HANGS_AFTER,
  async () => {
    assert.deepEqual((await killSealing.run(10, () => undefined)).broken, []);
  },
);

test('locked right after the passphrase was set, nothing opens the copies without it', HANGS_AFTER, async () => {
  assert.deepEqual(await lockAfter('set', 0), []);
});
