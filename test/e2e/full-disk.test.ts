import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Server, startServer } from '../../models/tools/serve';
import { onFullDisk } from '../attacks/full-disk';
import { ERRANDS } from '../attacks/full-disk-errands';
import { smallDisk } from '../attacks/small-disk';

/** Two runs of `npm run attack -- full-disk`: a small write, and one after which something must be gone. */
let server: Server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

for (const name of ['check-in', 'erase']) {
  test(`the disk fills up in the middle, there is room again, the browser is restarted: ${name}`, async (t) => {
    const probe = smallDisk(1);
    if (!probe) return t.skip('only root may mount a small disk');
    probe.remove();
    const errand = ERRANDS.find((one) => one.name === name);
    assert.ok(errand);
    const { problems, refusals, gaveUpReserve } = await onFullDisk(server, errand);
    assert.deepEqual(problems, []);
    // Whether its reserve is taken by then depends on how long the app was idle before.
    assert.ok(refusals > 0 || gaveUpReserve, 'the disk was not full');
  });
}
