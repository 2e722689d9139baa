import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { MARK_ADDRESS, REMINDER_CACHE } from '../../app/domain/reminders/mark';
import { outgoingFile } from '../../app/shell/outgoing';
import { eraseEverywhere, forgetHandedOver } from '../../app/start/handed-over';
import { rejection } from '../journal/support/with-journal';

const root = () => navigator.storage.getDirectory();
const isThere = async (): Promise<boolean> =>
  (await root()).getDirectoryHandle('outgoing').then(
    () => true,
    () => false,
  );

/** A file that was handed over so long ago that nothing reads it any more. */
async function handOver(): Promise<void> {
  const handle = await outgoingFile('Reverie.reverie');
  const stream = await handle.createWritable();
  await stream.write('sealed');
  await stream.close();
  const { lastModified } = await handle.getFile();
  Date.now = () => lastModified + 3_600_000;
}

describe('files that were handed over', () => {
  const now = Date.now;
  afterEach(async () => {
    Date.now = now;
    await (await root()).removeEntry('outgoing', { recursive: true }).catch(() => undefined);
  });

  it('go with what is erased', async () => {
    await handOver();
    const erased: string[] = [];
    await eraseEverywhere(['first'], async () => void erased.push('first'));
    expect([erased, await isThere()]).to.deep.equal([['first'], false]);
  });

  it('take along what reminders left outside the journal, where everything is erased', async () => {
    await (await caches.open(REMINDER_CACHE)).put(MARK_ADDRESS, new Response('{}'));
    await eraseEverywhere(['first'], async () => undefined);
    expect(await caches.has(REMINDER_CACHE)).to.equal(true);
    await eraseEverywhere(null, async () => undefined);
    expect(await caches.has(REMINDER_CACHE)).to.equal(false);
  });

  it('go with the secrets that open them', async () => {
    await handOver();
    await forgetHandedOver();
    expect(await isThere()).to.equal(false);
  });

  it('keep back what is to be erased where they cannot be reached', async () => {
    const { getDirectory } = navigator.storage;
    const unreachable = { removeEntry: () => undefined, getDirectoryHandle: () => Promise.reject(new Error('broken')) };
    navigator.storage.getDirectory = async () => unreachable as never;
    try {
      const erased: string[] = [];
      const error = await rejection(eraseEverywhere(['first'], async () => void erased.push('first')));
      expect(error).to.be.instanceOf(Failure).and.include({ code: 'copies-unreachable' });
      expect(erased).to.deep.equal([]);
      await forgetHandedOver();
    } finally {
      navigator.storage.getDirectory = getDirectory;
    }
  });
});
