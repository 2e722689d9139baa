import { expect } from 'chai';
import { Failure } from '../../../app/domain/failure/failure';
import { WhenFetched } from '../../../app/views/shared/when-fetched';
import { settle } from '../../session/support/fake-time';

/** Something that comes when the test says so. */
function pending<T>(): { promise: Promise<T>; come: (value: T) => void; fail: (error: unknown) => void } {
  let come!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  return { promise, come, fail };
}

describe('what is done once its code is fetched', () => {
  let drawn: number;
  let when: WhenFetched;
  let done: string[];
  beforeEach(() => {
    drawn = 0;
    done = [];
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => void drawn++,
      updateComplete: Promise.resolve(true),
    };
    when = new WhenFetched(host);
  });

  it('waits until that is there, and says so meanwhile', async () => {
    const code = pending<string>();
    when.do(
      () => code.promise,
      (what) => done.push(what),
    );
    expect([when.waiting, drawn, done.length]).to.deep.equal([true, 1, 0]);
    code.come('there');
    await settle();
    expect([when.waiting, when.failure, drawn, done]).to.deep.equal([false, null, 2, ['there']]);
  });

  it('is what was asked for last: nothing that was asked for before, nothing that was dropped, nothing once the host has gone', async () => {
    const [first, second, third] = [pending<string>(), pending<string>(), pending<string>()];
    for (const code of [first, second])
      when.do(
        () => code.promise,
        (what) => done.push(what),
      );
    second.come('second');
    await settle();
    first.come('first');
    await settle();
    expect(done).to.deep.equal(['second']);
    when.do(
      () => third.promise,
      (what) => done.push(what),
    );
    when.hostDisconnected();
    third.come('third');
    await settle();
    expect([when.waiting, done]).to.deep.equal([false, ['second']]);
  });

  it('tells a fetch that fails, and does what was asked for when it is tried again', async () => {
    const outcomes = [
      () => Promise.reject(new TypeError('offline')),
      () => Promise.reject(new Failure('journal-full')),
      async () => 'there',
    ];
    when.do(
      () => outcomes.shift()!(),
      (what) => done.push(what),
    );
    await settle();
    expect([when.waiting, when.failure?.code]).to.deep.equal([false, 'not-fetched']);
    when.again();
    expect([when.waiting, when.failure], 'the failure goes as soon as it is tried again').to.deep.equal([true, null]);
    await settle();
    expect(when.failure?.code).to.equal('journal-full');
    when.again();
    await settle();
    expect([when.failure, done]).to.deep.equal([null, ['there']]);
  });
});
