import { expect } from 'chai';
import { LITTLE_ROOM_BYTES, RESERVE_BYTES, saysLittle, TRIED_BYTES } from '../../../app/journal/reserve/room-left';
import { ROOM_BYTES } from '../../../app/journal/second/room';

describe('what a browser says of the room', () => {
  const usage = 5_000_000;

  it('is little just below the threshold, and not at it', () => {
    expect(saysLittle({ usage, quota: usage + LITTLE_ROOM_BYTES - 1 })).to.equal(true);
    expect(saysLittle({ usage, quota: usage + LITTLE_ROOM_BYTES })).to.equal(false);
  });

  it('is little when more is used than it allows', () => {
    expect(saysLittle({ usage, quota: usage - 1 })).to.equal(true);
  });

  it('is nothing where it tells nothing', () => {
    expect(saysLittle({})).to.equal(false);
    expect(saysLittle({ usage })).to.equal(false);
    expect(saysLittle({ quota: 1 })).to.equal(false);
  });

  it('leaves room for what opens a store again, for a reserve beside it, and for what is tried out', () => {
    expect(RESERVE_BYTES).to.be.greaterThan(2 * ROOM_BYTES);
    expect(LITTLE_ROOM_BYTES).to.be.at.least(RESERVE_BYTES + TRIED_BYTES);
  });
});
