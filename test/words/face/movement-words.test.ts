import { expect } from 'chai';
import { type FaceStates, STATES, type StateName } from '../../../app/domain/face/face-states';
import type { MixedExpression, Mixture } from '../../../app/domain/face/mixed-expression';
import { MOVEMENTS, type Movement, type MovementName } from '../../../app/domain/face/movement';
import { MIXED_RULES } from '../../../app/dynamics/mixed/mixed-table';
import { mixedSentence } from '../../../app/words/face/mixed-words';
import {
  misreadTimes,
  movementLabel,
  movementSentence,
  movementTimes,
  stretchTimes,
} from '../../../app/words/face/movement-words';
import { allMisreadWords, momentWords, seenLabel, seenSpan } from '../../../app/words/face/seen-words';
import { stateSentence } from '../../../app/words/face/state-words';

const NAMES = Object.keys(MOVEMENTS) as MovementName[];
const move = (name: MovementName, onsetMs = 4000, offsetMs = 9000): Movement => ({
  ...{ name, onsetMs, apexMs: (onsetMs + offsetMs) / 2, offsetMs, strength: 1.5, side: null, units: [] },
});

const NONE = Object.fromEntries(STATES.map((name) => [name, []])) as unknown as FaceStates['stretches'];
const seen = (change: Partial<FaceStates['stretches']>, blinks: FaceStates['blinks'] = null): FaceStates => ({
  ...{ blinks, closedShare: null, stretches: { ...NONE, ...change } },
});
const stretch = (fromS: number, toS: number) => ({ onsetMs: 1000 * fromS, offsetMs: 1000 * toS });
const often = (perMinute: number) => ({ count: 9, perMinute, meanMs: 200 });

describe('the words of a state', () => {
  it('say what was seen and for how long, and why eyes that are closed are common', () => {
    expect(stateSentence(seen({ 'eyes-closed': [stretch(4, 10), stretch(12, 14)] }, often(12.8)))).to.equal(
      'Also seen: closed eyes for 8s and about 13 blinks a minute. Many people close their eyes to remember.',
    );
    expect(stateSentence(seen({ nod: [stretch(1, 2)], yawn: [stretch(3, 6), stretch(8, 11)] }))).to.equal(
      'Also seen: what looked like 2 yawns and a nod.',
    );
    expect(stateSentence(seen({ quiet: [stretch(0, 12), stretch(20, 31)] }))).to.contain('a quiet face for 12s on end');
  });

  it('say nothing of what was not seen, or could not be told', () => {
    expect(stateSentence(seen({}))).to.equal('');
    const unknown = Object.fromEntries(STATES.map((name) => [name, null])) as unknown as FaceStates['stretches'];
    expect(stateSentence(seen(unknown))).to.equal('');
    expect(stateSentence(seen({}, often(0)))).to.equal('Also seen: no blinks.');
  });
});

describe('the words of a mixed expression', () => {
  const mixed = (parts: Mixture, sure: number, apexMs = 12_000): MixedExpression => ({
    ...{ parts, sure, shares: [0.62, 0.38], onsetMs: apexMs - 1000, apexMs, offsetMs: apexMs + 1000 },
  });

  it('tell the surest one, with both parts and their shares, as a look that is hard to read', () => {
    expect(mixedSentence([mixed(['fear', 'surprise'], 0.8), mixed(['happiness', 'sadness'], 0.9)])).to.equal(
      'Around 12s your face may have looked two ways at once: happy and sad, about 6 to 4. That’s hard to read, so take it lightly.',
    );
    expect(mixedSentence([])).to.equal('');
  });

  it('speak of the face in every sentence they can make, never of what somebody feels', () => {
    for (const { parts } of MIXED_RULES) {
      const sentence = mixedSentence([mixed(parts, 0.9)]);
      expect(sentence).to.match(/^Around 12s your face may have looked two ways at once: \S+ and \S+, about 6 to 4\./);
      expect(sentence).not.to.match(/\b(feel|felt|feeling|you (were|are)|emotion|mood)/i);
    }
  });
});

describe('the words of a movement', () => {
  it('say what was seen and when', () => {
    expect(movementSentence([move('smile')])).to.equal('What moved: a smile from 4s to 9s.');
    expect(movementTimes(move('smile'))).to.equal('4s to 9s, strongest at 7s');
    expect(momentWords(6000, true, [move('smile'), move('brows-up')])).to.equal('6s: Smile, Brows up');
    expect(momentWords(6000, true, [move('smile'), { state: 'nod', ...stretch(5, 7) }])).to.equal('6s: Smile, Nods');
    expect(seenSpan({ state: 'quiet', ...stretch(4, 19) })).to.equal('Quiet face, 4s to 19s');
    expect(allMisreadWords(move('smile'))).to.equal('Leave out every “Smile”');
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
    const whole = [
      ...NAMES.map((name) => move(name)),
      ...STATES.map((state: StateName) => ({ state, ...stretch(1, 9) })),
    ];
    const four = NAMES.slice(0, 4).map((name) => move(name));
    const sentences = [
      ...[[], four, ...NAMES.map((name) => [move(name)])].map(movementSentence),
      ...whole.flatMap((one) => [seenLabel(one), seenSpan(one), allMisreadWords(one), momentWords(0, true, [one])]),
      momentWords(0, true, whole),
      momentWords(0, true, []),
      momentWords(0, false, []),
      ...[movementTimes, misreadTimes, stretchTimes].map((words) => words(move('smile'))),
      ...STATES.flatMap((name: StateName) => [
        stateSentence(seen({ [name]: [stretch(1, 9)] })),
        stateSentence(seen({ [name]: [stretch(1, 9), stretch(12, 15)] }, often(1))),
      ]),
      ...[0, 1, 14].map((perMinute) => stateSentence(seen({}, often(perMinute)))),
    ];
    for (const sentence of sentences) expect(sentence).not.to.equal('');
    const feelings =
      /\b(feel|felt|feeling|happ|sad|ang(er|ry)|afraid|fear|disgust|surpris|content|joy|bored|tired|drows|sleep|calm|upset|nervous|stress|you (were|are|look)|emotion|mood)/i;
    for (const sentence of sentences) expect(sentence, sentence).not.to.match(feelings);
    expect(new Set(NAMES.map(movementLabel)).size).to.equal(NAMES.length);
  });
});
