import { expect } from 'chai';
import { OpenedFiles } from '../../app/shell/opened-files';

type Consumer = (params: { files: readonly unknown[] }) => void;

/** A launch queue as browsers have it: what came before there was a consumer is handed over when there is one. */
class Queue {
  private consumer: Consumer | null = null;
  private kept: unknown[][] = [];

  setConsumer(consumer: Consumer): void {
    this.consumer = consumer;
    for (const files of this.kept.splice(0)) consumer({ files });
  }

  launch(...names: string[]): void {
    const files = names.map((name) => ({ getFile: async () => new File([], name) }));
    if (this.consumer) this.consumer({ files });
    else this.kept.push(files);
  }
}

describe('files the system opens the app with', () => {
  let queue: Queue;
  let taken: string[];
  const take = (file: Blob): void => void taken.push((file as File).name);
  const passed = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    queue = new Queue();
    taken = [];
  });

  it('are given out once, whether they came before the page looked, later, or while nobody took them', async () => {
    queue.launch('before');
    const files = new OpenedFiles({ launchQueue: queue });
    const stop = files.subscribe(take);
    await passed();
    queue.launch('later', 'with it');
    await passed();
    expect(taken).to.deep.equal(['before', 'later', 'with it']);
    stop();
    queue.launch('waiting');
    await passed();
    expect(taken).to.have.length(3);
    files.subscribe(take);
    await passed();
    expect(taken.slice(3)).to.deep.equal(['waiting']);
  });

  it('are passed over where they cannot be read any more', async () => {
    const files = new OpenedFiles({ launchQueue: queue });
    files.subscribe(take);
    const gone = { getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    const other = { getFile: async () => new File([], 'there') };
    queue.setConsumer = () => undefined;
    (queue as unknown as { consumer: Consumer }).consumer({ files: [gone, other] });
    await passed();
    expect(taken).to.deep.equal(['there']);
  });

  it('do not come where no browser tells of them', async () => {
    new OpenedFiles({}).subscribe(take);
    await passed();
    expect(taken).to.deep.equal([]);
  });
});
