import { expect } from 'chai';
import { MEDIAN_OVER, StageClock } from '../../../app/vision/worker/stage-clock';

describe('StageClock', () => {
  it('adds up a stage that runs twice, and knows medians of the last frames only', async () => {
    let now = 0;
    const clock = new StageClock(() => now);
    const frame = async (ms: number) => {
      clock.begin();
      for (let i = 0; i < 2; i++)
        await clock.time('landmarks', async () => {
          now += ms / 2;
        });
      return clock.end();
    };
    expect(await frame(1000)).to.deep.equal({ landmarks: 1000, total: 1000 });
    for (let i = 0; i < MEDIAN_OVER; i++) await frame(i % 2 ? 10 : 20);
    expect(clock.medians()).to.deep.equal({ landmarks: 15, total: 15 });
  });

  it('counts a step that failed', async () => {
    let now = 0;
    const clock = new StageClock(() => now);
    clock.begin();
    await clock
      .time('iris', async () => {
        now = 5;
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(clock.end().iris).to.equal(5);
  });
});
