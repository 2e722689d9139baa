import { expect } from 'chai';
import { forgetOutgoing, LINK_LIFE_MS, outgoingFile, tidyOutgoing } from '../../app/shell/outgoing';
import { until } from '../support/mount';

const now = Date.now;
const root = () => navigator.storage.getDirectory();

const isThere = async (): Promise<boolean> =>
  (await root()).getDirectoryHandle('outgoing').then(
    () => true,
    () => false,
  );

async function written(name = 'Reverie.reverie'): Promise<FileSystemFileHandle> {
  const handle = await outgoingFile(name);
  await new Blob(['sealed']).stream().pipeTo(await handle.createWritable());
  return handle;
}

describe('files on their way out', () => {
  afterEach(async () => {
    Date.now = now;
    await (await root()).removeEntry('outgoing', { recursive: true }).catch(() => undefined);
  });

  it('give way to the next one', async () => {
    const old = await written('old');
    await written('new');
    expect(await old.getFile().catch(({ name }: DOMException) => name)).to.equal('NotFoundError');
  });

  it('are gone at a start once their link is dead, and not before', async () => {
    const { lastModified } = await (await written()).getFile();
    Date.now = () => lastModified + LINK_LIFE_MS - 1;
    expect(await tidyOutgoing()).to.equal(false);
    expect(await isThere()).to.equal(true);
    Date.now = () => lastModified + LINK_LIFE_MS;
    expect(await tidyOutgoing()).to.equal(true);
    expect(await isThere()).to.equal(false);
    expect(await tidyOutgoing()).to.equal(true);
  });

  it('do not stay for ever where the clock was set back', async () => {
    const { lastModified } = await (await written()).getFile();
    Date.now = () => lastModified - 86_400_000;
    expect(await tidyOutgoing()).to.equal(true);
  });

  it('are forgotten at once when they were handed over a while ago', async () => {
    const { lastModified } = await (await written()).getFile();
    Date.now = () => lastModified + 60_000;
    await forgetOutgoing();
    expect(await isThere()).to.equal(false);
  });

  it('are read to their end when they are to be forgotten in the midst of it, and go then', async () => {
    const address = URL.createObjectURL(await (await written()).getFile());
    await forgetOutgoing(1_000);
    expect(await (await fetch(address)).text()).to.equal('sealed');
    URL.revokeObjectURL(address);
    let gone = false;
    void (async () => {
      while (await isThere()) await new Promise((resolve) => setTimeout(resolve, 50));
      gone = true;
    })();
    await until(() => gone, 'the folder gone');
  });

  it('stay while they are being written, however long that takes', async () => {
    const stream = await (await outgoingFile('Reverie.reverie')).createWritable();
    Date.now = () => now() + 2 * LINK_LIFE_MS;
    expect(await tidyOutgoing()).to.equal(false);
    await new Blob(['sealed']).stream().pipeTo(stream);
    expect(await tidyOutgoing()).to.equal(true);
  });

  it('are none where the browser has no such file system; where they cannot be reached, that is told', async () => {
    const { getDirectory } = StorageManager.prototype;
    const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype;
    try {
      StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('private', 'SecurityError'));
      await forgetOutgoing();
      StorageManager.prototype.getDirectory = getDirectory;
      FileSystemDirectoryHandle.prototype.getDirectoryHandle = () =>
        Promise.reject(new DOMException('staged', 'InvalidStateError'));
      expect(await forgetOutgoing().catch(({ name }: DOMException) => name)).to.equal('InvalidStateError');
    } finally {
      StorageManager.prototype.getDirectory = getDirectory;
      FileSystemDirectoryHandle.prototype.getDirectoryHandle = getDirectoryHandle;
    }
  });
});
