import { expect } from 'chai';
import type { Misread } from '../../app/domain/face/misread';
import type { MixedExpression } from '../../app/domain/face/mixed-expression';
import { faceVariables } from '../../app/variables/face-variables';
import { sampleFace, sampleRecall } from '../support/sample-entries';

const face = sampleFace();
const happySurprise: MixedExpression = {
  ...{ parts: ['happiness', 'surprise'], shares: [0.6, 0.4], sure: 0.9 },
  ...{ onsetMs: 30_000, apexMs: 31_000, offsetMs: 32_000 },
};
const summary = {
  ...face.summary!,
  mixed: [happySurprise],
  states: {
    ...face.summary!.states!,
    closedShare: 0.2,
    stretches: { ...face.summary!.states!.stretches, yawn: [{ onsetMs: 38_000, offsetMs: 41_000 }] },
  },
};
const cells = (misread: readonly Misread[]) => {
  const entry = sampleRecall({ face: { summary }, misread });
  return Object.fromEntries(faceVariables().map(({ name, read }) => [name, read(entry)]));
};

describe('what a table says of a face', () => {
  it('is all that was read, where nothing was marked', () => {
    expect(cells([])).to.deep.include({
      face_unit_count: 3,
      face_eyes_closed: '4100 16300',
      face_eyes_closed_count: 1,
      face_yawn_count: 1,
      face_perclos: 0.2,
      face_quiet_count: null,
      face_mixed: 'happiness 0.6 surprise 0.4 0.9 30000 31000 32000',
    });
  });

  it('leaves out the states that were marked as misread, and says which they were', () => {
    const marked = cells([
      { state: 'eyes-closed', onsetMs: 4_100, offsetMs: 16_300 },
      { state: 'yawn', onsetMs: 38_000, offsetMs: 41_000 },
    ]);
    expect(marked).to.deep.include({
      face_misread: 'eyes_closed 4100 16300; yawn 38000 41000',
      face_unit_count: 3,
      face_eyes_closed_count: 0,
      face_yawn_count: 0,
      face_perclos: null,
      face_blinks_per_minute: 12.8,
    });
  });

  it('leaves out a unit that was marked, and the mixture it was in', () => {
    const marked = cells([{ unit: 'AU12', onsetMs: 24_000, offsetMs: 44_900 }]);
    const counts = { face_unit_count: 2, face_yawn_count: 1, face_mixed: '' };
    expect(marked).to.deep.include({ face_misread: 'AU12 24000 44900', ...counts });
  });
});
