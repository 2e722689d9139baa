import { expect } from 'chai';
import { MOST_MOVED, MOVES, movesOf } from '../../../app/dynamics/memory/moves';
import { CHANNELS, type Channel } from '../../../app/dynamics/units/channels';
import { type Rest, restAtTurn, restOf } from '../../../app/dynamics/units/rest';
import { movedFace, times } from '../units/moved-face';

const STRAIGHT = { yaw: 0, pitch: 0 };
const still = (): Rest =>
  restOf(
    times(20, () => movedFace()),
    20,
    times(20, () => STRAIGHT),
  )!;
const noiseOf = (channel: Channel): number => CHANNELS.find((one) => one.channel === channel)!.noiseCm;
const at = (moves: Float32Array, name: string): number => moves[MOVES.indexOf(name)]!;

describe('movesOf', () => {
  it('is nothing at rest, and has every channel and then those with sides', () => {
    const moves = movesOf(movedFace(), still());
    expect(moves.length).to.equal(MOVES.length);
    expect(Math.max(...moves.map(Math.abs))).to.be.lessThan(1e-4);
    expect(MOVES.slice(0, CHANNELS.length)).to.deep.equal(CHANNELS.map(({ channel }) => channel));
    expect(MOVES.slice(CHANNELS.length)).to.include('corner_up_left').and.not.include('jaw_left');
  });

  it('counts a change in spreads of rest, and no more than its bound', () => {
    const by = (spreads: number) => movesOf(movedFace({ brow_inner: spreads * noiseOf('brow_inner') }), still());
    expect(at(by(3), 'brow_inner')).to.be.closeTo(3, 1e-3);
    expect(at(by(3), 'brow_inner_left')).to.be.closeTo(0, 1e-3);
    expect(at(by(-40), 'brow_inner')).to.equal(-MOST_MOVED);
  });

  it('tells the side that moved alone', () => {
    const change = { corner_up: 4 * noiseOf('corner_up') };
    expect(at(movesOf(movedFace(change, 'left'), still()), 'corner_up_left')).to.be.closeTo(4, 1e-3);
    expect(at(movesOf(movedFace(change, 'right'), still()), 'corner_up_left')).to.be.closeTo(-4, 1e-3);
    expect(at(movesOf(movedFace(change, 'left'), still()), 'corner_up')).to.be.closeTo(2, 1e-3);
  });

  it('takes nothing that a turn of the head alone would make', () => {
    const face = movedFace({ jaw: 2 * noiseOf('jaw') });
    expect(at(movesOf(face, still()), 'jaw')).to.be.closeTo(2, 1e-3);
    expect(at(movesOf(face, restAtTurn(still(), { yaw: 0.5, pitch: 0 })), 'jaw')).to.equal(0);
  });
});
