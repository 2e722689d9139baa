import { expect } from 'chai';
import { Queue } from '../../app/base/queue';

describe('Queue', () => {
  it('runs jobs one at a time, in order', async () => {
    const queue = new Queue();
    const events: string[] = [];
    const job = (name: string) => async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };
    await Promise.all([queue.run(job('a')), queue.run(job('b'))]);
    expect(events).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after a job that failed', async () => {
    const queue = new Queue();
    const failed = queue.run(() => Promise.reject(new Error('no'))).catch((error: Error) => error.message);
    expect(await queue.run(async () => 'yes')).to.equal('yes');
    expect(await failed).to.equal('no');
  });
});
