import { expect } from 'chai';
import { CopyFolder } from '../../../../app/journal/backup/copies/copy-folder';
import { rejection, whileStubbed } from '../../support/with-journal';

describe('a text in the folder of the copies', () => {
  let folder: CopyFolder;
  beforeEach(async () => {
    folder = (await CopyFolder.open('test-texts'))!;
    await folder.writeText('code.txt', 'words');
  });
  afterEach(() => folder.clear());

  const { text } = Blob.prototype;

  it('is read, and null where there is none', async () => {
    expect([await folder.text('code.txt'), await folder.text('none.txt')]).to.deep.equal(['words', null]);
  });

  it('is null where another tab removes it between finding and reading it', async () => {
    const removing = async function (this: Blob): Promise<string> {
      await folder.remove('code.txt');
      return text.call(this);
    };
    expect(await whileStubbed(Blob.prototype, 'text', removing, () => folder.text('code.txt'))).to.equal(null);
  });

  it('is not null where it is there and could not be read: what is there would be replaced', async () => {
    const missing = () => Promise.reject(new DOMException('staged', 'NotFoundError'));
    const reading = whileStubbed(Blob.prototype, 'text', missing, () => rejection(folder.text('code.txt')));
    expect((await reading).name).to.equal('NotFoundError');
  });
});
