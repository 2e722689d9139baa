import { expect } from 'chai';
import { placeLabel } from '../../../app/charts/kit/area-label';

const x = Array.from({ length: 101 }, (_, i) => i);
const band = (heightAt: (x: number) => number) => ({
  x,
  top: x.map((at) => 50 - heightAt(at)),
  bottom: x.map(() => 50),
});

describe('placeLabel', () => {
  it('stands in the middle of the roomiest place', () => {
    const place = placeLabel(
      band((at) => (at >= 40 && at <= 60 ? 30 : 12)),
      { width: 20, height: 10 },
    );
    expect(place).to.deep.equal({ x: 50, y: 35 });
  });

  it('takes no place that is as low as the word, and one that is higher', () => {
    expect(
      placeLabel(
        band(() => 10),
        { width: 20, height: 10 },
      ),
    ).to.equal(null);
    expect(
      placeLabel(
        band(() => 10.1),
        { width: 20, height: 10 },
      ),
    ).to.not.equal(null);
  });

  it('takes no place narrower than the word', () => {
    const hill = band((at) => (at >= 40 && at <= 60 ? 30 : 2));
    expect(placeLabel(hill, { width: 20, height: 10 })).to.not.equal(null);
    expect(placeLabel(hill, { width: 21, height: 10 })).to.equal(null);
  });

  it('does not stand over a gap', () => {
    const broken = band((at) => (at === 50 ? Number.NaN : 30));
    const place = placeLabel(broken, { width: 45, height: 10 })!;
    expect(Math.abs(place.x - 50)).to.be.above(22);
    expect(placeLabel(broken, { width: 60, height: 10 })).to.equal(null);
  });

  it('has no place in nothing', () => {
    expect(placeLabel({ x: [], top: [], bottom: [] }, { width: 1, height: 1 })).to.equal(null);
  });
});
