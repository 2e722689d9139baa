import { expect } from 'chai';
import { Connection, type Transaction } from '../../../app/journal/store/connection';

const name = 'reverie-left-page';

const leave = (): boolean => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = (): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

/** Keeps a transaction busy until it ends. */
async function keepBusy(transaction: Transaction<'settings'[], 'readonly'>): Promise<never> {
  for (;;) await transaction.objectStore('settings').get('none' as never);
}

describe('a page that is left', () => {
  let left: Connection;
  let next: Connection;

  beforeEach(async () => {
    left = new Connection({ name });
    next = new Connection({ name, transactionLimitMs: 2_000 });
    await left.open();
    await next.open();
  });
  afterEach(async () => {
    left.close();
    next.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
  });

  /** Begins a read that goes on until it is ended; done again, it counts the settings. Resolves once it is under way. */
  const beginReading = (): Promise<{ readonly reading: Promise<number>; times(): number }> =>
    new Promise((resolve) => {
      let times = 0;
      const reading = left.read(['settings'], async (transaction) => {
        times += 1;
        resolve({ reading, times: () => times });
        if (times === 1) await keepBusy(transaction);
        return transaction.objectStore('settings').count();
      });
    });

  it('ends what it reads, so that the next page can write, and reads again when it comes back', async () => {
    const { reading, times } = await beginReading();
    leave();
    await next.write(['settings'], (transaction) => transaction.objectStore('settings').count());
    expect(times()).to.equal(1);
    comeBack();
    expect(await reading).to.equal(0);
    expect(times()).to.equal(2);
  });

  it('reads again also where it is shown before anybody is told that the read was ended', async () => {
    const { reading, times } = await beginReading();
    leave();
    comeBack();
    expect(await reading).to.equal(0);
    expect(times()).to.equal(2);
  });

  it('goes on with what it writes', async () => {
    let began: () => void = () => undefined;
    const isWriting = new Promise<void>((resolve) => {
      began = resolve;
    });
    const writing = left.write(['settings'], async (transaction) => {
      began();
      return transaction.objectStore('settings').count();
    });
    await isWriting;
    leave();
    expect(await writing).to.equal(0);
  });

  it('lets the browser commit as soon as the last request is placed', async () => {
    const commit = IDBTransaction.prototype.commit;
    const committed: string[] = [];
    IDBTransaction.prototype.commit = function (): void {
      committed.push(this.mode);
      commit.call(this);
    };
    try {
      await left.write(['settings'], (transaction) => transaction.objectStore('settings').count());
      await left.read(['settings'], (transaction) => transaction.objectStore('settings').count());
    } finally {
      IDBTransaction.prototype.commit = commit;
    }
    expect(committed).to.deep.equal(['readwrite', 'readonly']);
  });

  it('tells of a read that failed by itself, whether it is left or not', async () => {
    const failure = await left
      .read(['settings'], () => Promise.reject(new DOMException('the disk', 'UnknownError')))
      .catch((error: unknown) => error);
    expect(failure).to.have.property('code', 'journal-unreadable');
  });
});
