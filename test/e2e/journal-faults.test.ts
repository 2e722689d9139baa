import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Harness, startHarness } from '../../models/tools/harness';
import { randoms } from '../support/randoms';

let harness: Harness;
before(async () => {
  harness = await startHarness('test/e2e/faults');
});
after(() => harness?.stop());

test('killed 100 times at random points of a save, every entry that was told to be kept is there', async () => {
  const { kept, problems } = await harness.call<{ kept: number; problems: string[] }>(
    'killWhileSaving',
    randoms(100, 80, 1),
  );
  assert.deepEqual(problems, []);
  assert.ok(kept > 25, `${kept} entries were kept: the kills came too early to test anything`);
});

test('killed 30 times at random points of sealing an older journal, all of it is there', async () => {
  assert.deepEqual(await harness.call<string[]>('killWhileSealing', randoms(30, 200, 2)), []);
});

/** When a process is killed: so long after it acknowledged so much. A slow machine then has come as far as a fast one. */
interface Death {
  readonly words: number;
  readonly lifeMs: number;
}

/** Has a page do `errand` and kills its whole process at its `death`; resolves with what it had acknowledged. */
async function crashed(errand: string, name: string, { words, lifeMs }: Death): Promise<string[]> {
  const page = await harness.page.context().newPage();
  const told: string[] = [];
  let [come, fail] = [(): void => undefined, (_error: unknown): void => undefined];
  const cameSoFar = new Promise<void>((resolve, reject) => {
    [come, fail] = [resolve, reject];
  });
  await page.exposeFunction('told', (word: string) => {
    if (word !== 'begun') told.push(word);
    if (told.length >= words) come();
  });
  await page.goto(harness.url);
  const cdp = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  page
    .evaluate(([key, arg]) => (window as never as Record<string, (name: string) => Promise<void>>)[key]!(arg), [
      errand,
      name,
    ] as const)
    .catch(fail);
  await cameSoFar;
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  cdp.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
  return told;
}

test('the whole process of a page killed 24 times while it saves, seals and imports: all it told of is there', async () => {
  const words = randoms(24, 5, 4).map(Math.floor);
  for (const [round, lifeMs] of randoms(24, 150, 3).entries()) {
    const kind = (['save', 'save', 'seal', 'import'] as const)[round % 4]!;
    const name = kind === 'save' ? 'crash-save' : `crash-${round}`;
    if (kind === 'seal') await harness.call('makeOld', name);
    const death = { words: kind === 'seal' ? 0 : words[round]!, lifeMs };
    const told = await crashed(`${kind}UntilKilled`, name, death);
    assert.deepEqual(
      await harness.call('problemsAfter', kind, name, told),
      [],
      `round ${round}, ${kind}, ${JSON.stringify(death)}`,
    );
  }
});

test('two tabs that write 1,000 entries at once lose none', async () => {
  const opened = harness.page.waitForEvent('popup');
  await harness.page.evaluate(() => void window.open(location.href));
  const other = await opened;
  await other.waitForFunction(() => 'saveMany' in window);
  const save = (prefix: string) => harness.call('saveMany', prefix, 500);
  const there = other.evaluate(() =>
    (window as never as Record<string, (...args: unknown[]) => Promise<void>>).saveMany!('race-b', 500),
  );
  await Promise.all([save('race-a'), there]);
  await other.close();
  assert.deepEqual(await harness.call('countOf', 'race-'), { listed: 1_000, outlined: 1_000, unreadable: 0 });
});

test('a full disk in mid-save is told as such, loses nothing, and is over when there is room', async () => {
  const cdp = await harness.page.context().newCDPSession(harness.page);
  const { origin } = new URL(harness.url);
  const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 3_000_000 });
  const full = await harness.call<{ kept: string[]; code: string }>('saveUntilFull', 'full-');
  assert.equal(full.code, 'journal-full');
  assert.ok(full.kept.length > 0, 'some fitted');
  assert.deepEqual(await harness.call('readableAll', full.kept), []);
  const { outlined } = await harness.call<{ outlined: number }>('countOf', 'full-');
  assert.equal(outlined, full.kept.length, 'what was not kept is not there by half');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await harness.call('saveMany', 'again-', 3);
  assert.deepEqual(await harness.call('countOf', 'again-'), { listed: 3, outlined: 3, unreadable: 0 });
});
