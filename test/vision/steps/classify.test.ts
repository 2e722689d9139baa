import { expect } from 'chai';
import { classify } from '../../../app/vision/steps/classify';

const SEVEN = ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'];
const sum = (scores: Readonly<Record<string, number>>): number => Object.values(scores).reduce((a, b) => a + b, 0);

describe('classify', () => {
  it('names logits by the model’s own labels and gives 0 to what it does not know', () => {
    const logits = Float32Array.of(0, 0, 0, Math.log(6), 0, 0, 0);
    const scores = classify(logits, { labels: SEVEN, logits: true, temperature: 1 });
    expect(scores.happiness).to.be.closeTo(0.5, 1e-6);
    expect(scores.anger).to.be.closeTo(1 / 12, 1e-6);
    expect(scores.contempt).to.equal(0);
    expect(sum(scores)).to.be.closeTo(1, 1e-6);
  });

  it('is less sure at a higher temperature', () => {
    const logits = Float32Array.of(0, 3);
    const at = (temperature: number): number =>
      classify(logits, { labels: ['fear', 'anger'], logits: true, temperature }).anger;
    expect(at(2)).to.be.below(at(1));
    expect(at(1)).to.be.below(at(0.5));
  });

  it('takes probabilities as they are, made to sum to 1', () => {
    const scores = classify(Float32Array.of(0.2, 0.2), { labels: ['fear', 'anger'], logits: false, temperature: 1 });
    expect(scores.fear).to.be.closeTo(0.5, 1e-6);
  });

  it('survives huge logits', () => {
    const scores = classify(Float32Array.of(1000, -1000), { labels: ['fear', 'anger'], logits: true, temperature: 1 });
    expect(scores.fear).to.equal(1);
  });

  it('refuses a model whose labels it cannot name', () => {
    const config = { labels: ['joy'], logits: true, temperature: 1 };
    expect(() => classify(Float32Array.of(1), config)).to.throw(RangeError, 'joy');
    expect(() => classify(Float32Array.of(1, 2), config)).to.throw(RangeError);
  });
});
