import { expect } from 'chai';
import { SCRIPT_MS, SCRIPTED_REST, SMILE_FROM_MS, scriptedFace } from '../../../app/charts/motion/scripted-face';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import { movedFace } from '../../dynamics/units/moved-face';

const at = (name: string, tMs: number): number =>
  scriptedFace(tMs).measures[FACE_MEASURES.findIndex((measure) => measure.name === name)]!;

describe('the scripted face', () => {
  it('rests as the average face does, and begins and ends at rest', () => {
    expect(SCRIPTED_REST.map((cm) => cm.toFixed(3))).to.deep.equal(Array.from(movedFace(), (cm) => cm.toFixed(3)));
    for (const tMs of [-1, 0, SCRIPT_MS, SCRIPT_MS + 1])
      expect(scriptedFace(tMs).measures).to.deep.equal(SCRIPTED_REST);
  });

  it('smiles from when it is said to on, both corners alike', () => {
    const rest = at('corner_up_left', 0);
    expect(at('corner_up_left', SMILE_FROM_MS)).to.equal(rest);
    expect(at('corner_up_left', SMILE_FROM_MS + 1_400)).to.be.closeTo(rest + 0.4, 1e-9);
    expect(at('corner_up_right', 5_000)).to.equal(at('corner_up_left', 5_000));
  });

  it('never jumps: what moves is between two frames where it should be', () => {
    for (let tMs = 0; tMs < SCRIPT_MS; tMs += 16) {
      const moved = scriptedFace(tMs + 16).measures.map((cm, one) => Math.abs(cm - scriptedFace(tMs).measures[one]!));
      expect(Math.max(...moved), `at ${tMs}`).to.be.lessThan(0.25);
    }
  });
});
