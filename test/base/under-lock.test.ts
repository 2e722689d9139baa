import { expect } from 'chai';
import { underLock } from '../../app/base/under-lock';

const never = (): never => {
  throw new Error('not late');
};

describe('underLock', () => {
  let name: string;
  beforeEach(() => {
    name = `lock-${Math.random()}`;
  });

  /** Holds the lock until what it resolves with is called. */
  const held = () =>
    new Promise<() => void>((resolve) => {
      void navigator.locks.request(name, () => new Promise<void>((release) => resolve(release)));
    });

  it('runs one after the other', async () => {
    const order: string[] = [];
    const one = underLock(name, 5_000, async () => void order.push('one begins', 'one ends'), never);
    await Promise.all([one, underLock(name, 5_000, async () => void order.push('two'), never)]);
    expect(order).to.deep.equal(['one begins', 'one ends', 'two']);
  });

  it('gives what is said for its turn coming too late, and leaves the work undone', async () => {
    const release = await held();
    let done = false;
    const given = await underLock<string>(
      name,
      20,
      async () => {
        done = true;
        return 'work';
      },
      (error) => (error as Error).name,
    );
    release();
    expect([given, done]).to.deep.equal(['TimeoutError', false]);
  });

  it('waits for work that has begun, however long it takes, and rejects with its error', async () => {
    const long = () => new Promise<string>((resolve) => setTimeout(resolve, 60, 'done'));
    expect(await underLock(name, 20, long, never)).to.equal('done');
    const broken = underLock(name, 20, () => Promise.reject(new Error('broken')), never);
    expect(await broken.catch((error: Error) => error.message)).to.equal('broken');
  });
});
