import { expect } from 'chai';
import { TILE_OVERLAP, TILE_PX, tilesOf } from '../../../app/vision/steps/tiles';

describe('tilesOf', () => {
  for (const [width, height, count] of [
    [640, 480, 6],
    [480, 640, 6],
    [1280, 720, 12],
    [1920, 1080, 12],
    [480, 320, 2],
  ] as const)
    it(`covers ${width} x ${height} with ${count} squares that lie over each other`, () => {
      const tiles = tilesOf(width, height);
      expect(tiles).to.have.length(count);
      for (const { size, angle } of tiles) expect([size >= TILE_PX, angle]).to.deep.equal([true, 0]);
      for (const side of ['cx', 'cy'] as const) {
        const length = side === 'cx' ? width : height;
        const middles = [...new Set(tiles.map((tile) => tile[side]))].sort((a, b) => a - b);
        const { size } = tiles[0]!;
        expect(middles[0]! - size / 2).to.be.at.most(1e-9);
        expect(middles.at(-1)! + size / 2).to.be.at.least(length - 1e-9);
        for (const [at, middle] of middles.slice(1).entries())
          expect(middle - middles[at]!).to.be.at.most(size * (1 - TILE_OVERLAP) + 1e-9);
      }
    });

  it('has none of a frame that one would cover, because the detector sees all of it anyway', () => {
    for (const [width, height] of [
      [320, 240],
      [240, 320],
      [160, 120],
    ] as const)
      expect(tilesOf(width, height), `${width} x ${height}`).to.deep.equal([]);
  });
});
