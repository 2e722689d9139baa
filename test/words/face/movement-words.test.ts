import { expect } from 'chai';
import { MOVEMENTS, type Movement, type MovementName } from '../../../app/domain/face/movement';
import { momentWords, movementLabel, movementSentence, movementTimes } from '../../../app/words/face/movement-words';

const NAMES = Object.keys(MOVEMENTS) as MovementName[];
const move = (name: MovementName, onsetMs = 4000, offsetMs = 9000): Movement => ({
  ...{ name, onsetMs, apexMs: (onsetMs + offsetMs) / 2, offsetMs, strength: 1.5, side: null, units: [] },
});

describe('the words of a movement', () => {
  it('say what was seen and when', () => {
    expect(movementSentence([move('smile')])).to.equal('What moved: a smile from 4s to 9s.');
    expect(movementTimes(move('smile'))).to.equal('4s to 9s, strongest at 7s');
    expect(momentWords(6000, true, [move('smile'), move('brows-up')])).to.equal('6s: Smile, Brows up');
    expect(momentWords(6000, true, [])).to.equal('6s: at rest');
    expect(momentWords(6000, false, [])).to.equal('6s: your face couldn’t be read');
  });

  it('name the three that stood out, in the order they came', () => {
    const movements = [
      move('mouth-open', 0, 400),
      move('smile', 1000, 9000),
      move('brows-up', 2000, 4000),
      move('brows-down', 5000, 6000),
    ];
    expect(movementSentence(movements)).to.equal(
      'What moved most: a smile from 1s to 9s, raised brows from 2s to 4s, and lowered brows from 5s to 6s.',
    );
  });

  it('call a face that did not move quiet, and nothing else', () => {
    expect(movementSentence([])).to.contain('quiet');
  });

  it('never say what somebody feels: every sentence these can make', () => {
    const sentences = [
      movementSentence([]),
      ...NAMES.flatMap((name) => [
        movementLabel(name),
        movementSentence([move(name)]),
        momentWords(0, true, [move(name)]),
      ]),
    ];
    const feelings =
      /\b(feel|felt|feeling|happ|sad|ang(er|ry)|afraid|fear|disgust|surpris|content|joy|bored|tired|upset|nervous|stress|you (were|are|look)|emotion|mood)/i;
    for (const sentence of sentences) expect(sentence, sentence).not.to.match(feelings);
    expect(new Set(NAMES.map(movementLabel)).size).to.equal(NAMES.length);
  });
});
