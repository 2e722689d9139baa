import { expect } from 'chai';
import { LOUDNESS, SoftBell, strike, TONE_S } from '../../app/capture/bell';

const RATE = 8000;

/** The loudest sample of each tenth of a second of what a stroke sounds like. */
async function heard(tones?: Parameters<typeof strike>[1]): Promise<number[]> {
  const context = new OfflineAudioContext(1, 3 * RATE, RATE);
  strike(context, tones);
  const samples = (await context.startRendering()).getChannelData(0);
  return Array.from({ length: 30 }, (_, tenth) => {
    const part = samples.subarray((tenth * RATE) / 10, ((tenth + 1) * RATE) / 10);
    return part.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  });
}

describe('the bell', () => {
  /** What was asked of the device and of the sound. */
  function bell(device: { vibrate?: Navigator['vibrate'] } | null = null) {
    const asked = { buzzes: [] as VibratePattern[], contexts: [] as AudioContext[] };
    const own = device ?? { vibrate: (pattern: VibratePattern) => asked.buzzes.push(pattern) > 0 };
    const soft = new SoftBell(own as Navigator, () => {
      const context = new AudioContext();
      asked.contexts.push(context);
      return context;
    });
    return { soft, asked };
  }

  it('sounds softly at once, and has died away after two seconds', async () => {
    const loudness = await heard();
    expect(loudness[0]).to.be.within(LOUDNESS / 2, LOUDNESS);
    expect(loudness[5]).to.be.lessThan(loudness[1]!).and.to.be.greaterThan(0);
    expect(Math.max(...loudness.slice(10 * TONE_S + 1))).to.equal(0);
  });

  it('is never too loud where two tones meet', async () => {
    const tones = [
      [0, 660],
      [0.35, 440],
    ] as const;
    expect(Math.max(...(await heard(tones)))).to.be.at.most(2 * LOUDNESS);
  });

  it('buzzes once to begin and twice to end, with one context for both, closed when it rests', () => {
    const { soft, asked } = bell();
    soft.ring('begin', 'both');
    soft.ring('end', 'both');
    expect(asked.buzzes).to.deep.equal([[60], [60, 120, 60]]);
    expect(asked.contexts).to.have.length(1);
    soft.rest();
    expect(asked.contexts[0]!.state).not.to.equal('running');
    soft.rest();
  });

  it('makes no sound where only vibration is wanted, and neither where it is off', () => {
    const { soft, asked } = bell();
    soft.ring('begin', 'vibration');
    soft.ring('end', 'off');
    expect(asked).to.deep.equal({ buzzes: [[60]], contexts: [] });
  });

  it('rings without a motor, and does without a sound that cannot be made', () => {
    const { soft, asked } = bell({});
    soft.ring('begin', 'both');
    expect(asked.contexts).to.have.length(1);
    soft.rest();
    const mute = new SoftBell({} as Navigator, () => {
      throw new Error('no audio device');
    });
    mute.ring('begin', 'both');
  });
});
