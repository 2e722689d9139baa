import { expect } from 'chai';
import type { FaceSummary } from '../../../app/domain/face/face-summary';
import '../../../app/elements/blocks/trace-sentence';
import { sampleFace } from '../../support/sample-entries';

/** The words for a rating of `you` beside a face of `valence`, known to `halfWidth`. */
function words(you: number | null, valence: number, halfWidth: number | null = 0.1): Promise<string> {
  return wordsOf({ facialValence: valence, facialValenceHalfWidth: halfWidth }, you);
}

async function wordsOf(change: Partial<FaceSummary>, you: number | null = null): Promise<string> {
  const summary: FaceSummary = { ...sampleFace().summary!, ...change };
  const element = document.createElement('rv-trace-sentence');
  Object.assign(element, { outcome: { summary }, you });
  document.body.append(element);
  await element.updateComplete;
  element.remove();
  return element.renderRoot.querySelector('.lede')!.textContent!.trim();
}

describe('rv-trace-sentence', () => {
  it('says how much could be read', async () => {
    expect(await words(null, 0.4)).to.equal('It was readable for 94% of the 45 seconds.');
  });

  it('calls it the whole time from where the share would read 100%', async () => {
    expect(await wordsOf({ usableMs: 59_700, recallMs: 60_000 })).to.equal('It was readable the whole time.');
    expect(await wordsOf({ usableMs: 59_600, recallMs: 60_000 })).to.equal(
      'It was readable for 99% of the 60 seconds.',
    );
  });

  it('counts a stretch in which no reading came as not readable', async () => {
    expect(await wordsOf({ usableShare: 1, usableMs: 50_000, recallMs: 60_000 })).to.contain('83% of the 60 seconds');
    expect(await wordsOf({ usableShare: 1, usableMs: 45_000.2, recallMs: 45_000 })).to.contain('the whole time');
  });

  it('compares on both sides of what counts as a difference', async () => {
    expect(await words(0.54, 0.4)).to.contain('roughly agree');
    expect(await words(0.56, 0.4)).to.contain('more pleasant than your face looked');
    expect(await words(0.24, 0.4)).to.contain('less pleasant than your face looked');
  });

  it('claims no difference inside the face’s own uncertainty', async () => {
    expect(await words(0.7, 0.4, 0.35)).to.contain('roughly agree');
  });

  it('does not compare with a mean whose uncertainty cannot be told', async () => {
    expect(await words(0.7, 0.4, null)).to.equal('It was readable for 94% of the 45 seconds.');
    expect(await words(0.4, 0.4, null)).to.equal('It was readable for 94% of the 45 seconds.');
  });

  it('is silent where there is no summary', async () => {
    const element = document.createElement('rv-trace-sentence');
    element.outcome = { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 };
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent?.trim()).to.equal('');
    element.remove();
  });
});
