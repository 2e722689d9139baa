import { expect } from 'chai';
import { tidyOutgoing } from '../../app/shell/outgoing';
import { newFileSink } from '../../app/shell/save-file';

const OPTIONS = {
  name: 'Reverie.reverie',
  description: 'a file',
  type: ['application/vnd.reverie.backup', '.reverie'],
} as const;

/** A browser without a save dialogue: with a sheet that does `share`, or without one. */
class Phone {
  readonly shared: File[] = [];
  readonly downloads: string[] = [];
  private readonly picker = Object.getOwnPropertyDescriptor(window, 'showSaveFilePicker');
  private readonly click = HTMLAnchorElement.prototype.click;

  constructor(share: (() => Promise<void>) | null) {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    const { downloads, shared } = this;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      downloads.push(this.download);
    };
    if (!share) return;
    Object.assign(navigator, {
      canShare: ({ files }: { files?: File[] }) => files?.length === 1,
      share: ({ files }: { files: File[] }) => share().then(() => void shared.push(...files)),
    });
  }

  away(): void {
    if (this.picker) Object.defineProperty(window, 'showSaveFilePicker', this.picker);
    HTMLAnchorElement.prototype.click = this.click;
    for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  }
}

describe('where a new file goes without a save dialogue', () => {
  let phone: Phone;
  afterEach(async () => {
    phone.away();
    await tidyOutgoing(0);
  });

  const written = async (): Promise<NonNullable<Awaited<ReturnType<typeof newFileSink>>>> => {
    const sink = (await newFileSink(OPTIONS))!;
    await new Blob(['sealed']).stream().pipeTo(sink.stream);
    return sink;
  };

  it('is the phone’s own sheet, on a tap', async () => {
    phone = new Phone(async () => undefined);
    const sink = await written();
    expect(sink.byHand).to.equal(true);
    expect(await sink.deliver()).to.equal(true);
    expect(phone.shared[0]).to.include({ name: OPTIONS.name, type: OPTIONS.type[0] });
    expect(await phone.shared[0]!.text()).to.equal('sealed');
    expect(phone.downloads).to.deep.equal([]);
  });

  it('is nowhere yet when the sheet was put aside, and can be asked again', async () => {
    const outcomes = [new DOMException('put aside', 'AbortError'), null];
    phone = new Phone(async () => {
      const outcome = outcomes.shift();
      if (outcome) throw outcome;
    });
    const sink = await written();
    expect(await sink.deliver()).to.equal(false);
    expect(await sink.deliver()).to.equal(true);
    expect(phone.shared).to.have.length(1);
  });

  it('is a download where the sheet does not take such a file, or where there is none', async () => {
    phone = new Phone(() => Promise.reject(new DOMException('this kind of file', 'NotAllowedError')));
    expect(await (await written()).deliver()).to.equal(true);
    expect(phone.downloads).to.deep.equal([OPTIONS.name]);
    phone.away();
    phone = new Phone(null);
    const sink = await written();
    expect(sink.byHand).to.equal(false);
    expect(await sink.deliver()).to.equal(true);
    expect(phone.downloads).to.deep.equal([OPTIONS.name]);
  });

  it('is written into a blob where files of the private file system have no streams', async () => {
    const { createWritable } = FileSystemFileHandle.prototype;
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable');
    try {
      phone = new Phone(async () => undefined);
      const sink = await written();
      expect(await (await sink.file()).text()).to.equal('sealed');
      expect(await sink.deliver()).to.equal(true);
    } finally {
      FileSystemFileHandle.prototype.createWritable = createWritable;
    }
  });
});
