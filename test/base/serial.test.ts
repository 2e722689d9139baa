import { expect } from 'chai';
import { Serial } from '../../app/base/serial';

describe('Serial', () => {
  it('runs jobs one at a time, in order', async () => {
    const serial = new Serial();
    const events: string[] = [];
    const job = (name: string) => async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };
    await Promise.all([serial.run(job('a')), serial.run(job('b'))]);
    expect(events).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after a job that failed', async () => {
    const serial = new Serial();
    const failed = serial.run(() => Promise.reject(new Error('no'))).catch((error: Error) => error.message);
    expect(await serial.run(async () => 'yes')).to.equal('yes');
    expect(await failed).to.equal('no');
  });
});
