import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { open, UNDO_MS, type Undos } from '../../app/services/undos';

describe('what can be undone', () => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  let due: Map<number, () => void>;
  let undos: Undos;
  let undone: number;
  const count = (): void => {
    undone += 1;
  };
  const undo = { what: 'edited', entryId: 'a', undo: async () => count() } as const;

  beforeEach(() => {
    due = new Map();
    undone = 0;
    let handles = 0;
    const set = (work: () => void, ms: number) => {
      expect(ms).to.equal(UNDO_MS);
      due.set(++handles, work);
      return handles;
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: (handle: number) => due.delete(handle) });
    undos = open();
  });
  afterEach(() => Object.assign(globalThis, real));

  const pass = () => {
    for (const work of [...due.values()]) work();
  };

  it('is the last thing, for ten seconds, which stand still while it is held', () => {
    const told: (string | undefined)[] = [];
    undos.subscribe(() => told.push(undos.now?.entryId));
    undos.offer(undo);
    undos.offer({ ...undo, entryId: 'b' });
    expect(due.size).to.equal(1);
    undos.hold(true);
    expect(due.size).to.equal(0);
    undos.hold(false);
    pass();
    expect(undos.now).to.equal(null);
    expect(told).to.deep.equal(['a', 'b', undefined]);
  });

  it('is undone once, and can be tried again where that could not be written', async () => {
    undos.offer(undo);
    await undos.take();
    await undos.take();
    expect(undone).to.equal(1);
    undos.offer({ ...undo, undo: () => Promise.reject(new Failure('journal-full')) });
    let failure: unknown;
    await undos.take().catch((error) => {
      failure = error;
    });
    expect((failure as Failure).code).to.equal('journal-full');
    expect(undos.now, 'it is still there').not.to.equal(null);
  });
});
