import { expect } from 'chai';
import fc from 'fast-check';
import { FAILURES } from '../../../app/domain/failure/failure';
import { type CameraState, STEPS, type Step } from '../../../app/session/machine/snapshot';
import {
  isRecording,
  isRunning,
  next,
  type SessionEvent,
  type SessionState,
  startState,
  usesCamera,
} from '../../../app/session/machine/transitions';

/** A state in the short form `step/camera`, with `+paused`, `+saving`, `+chosen` and `!failure` where they hold. */
const show = ({ step, camera, paused, saving, chosen, failure }: SessionState): string =>
  `${step}/${camera}${paused ? '+paused' : ''}${saving ? '+saving' : ''}${chosen ? '+chosen' : ''}${failure ? `!${failure}` : ''}`;

function parse(text: string): SessionState {
  const match = /^(\w+)\/(\w+)(\+paused)?(\+saving)?(\+chosen)?(?:!(.+))?$/.exec(text)!;
  return {
    step: match[1] as Step,
    camera: match[2] as CameraState,
    paused: match[3] !== undefined,
    saving: match[4] !== undefined,
    chosen: match[5] !== undefined,
    failure: (match[6] ?? null) as SessionState['failure'],
  };
}

const event = (text: string): SessionEvent => {
  const [type, code] = text.split('!');
  if (type === 'agree') return { type, face: code === 'face' };
  return (code ? { type, code } : { type }) as SessionEvent;
};

const EVENTS = [
  'agree',
  'agree!face',
  'ask-consent',
  'face-withdrawn',
  'open-camera',
  'camera-on',
  'camera-failed!camera-lost',
  'without-camera',
  'ready',
  'choose',
  'finish-step',
  'pause',
  'hidden',
  'resume',
  'finish-report',
  'draft-failed!journal-full',
  'draft-kept',
  'back',
  'keep',
  'keep-failed!save-failed',
  'kept',
  'withdraw',
  'erased',
  'erase-failed!erase-failed',
] as const;
type EventText = (typeof EVENTS)[number];

/** For every state a session can be in: where each event leads. An event that is not named has no meaning there. */
const FIRST: Record<string, Partial<Record<EventText, string>>> = {
  'consent/asking': { agree: 'choose/without', 'agree!face': 'prepare/asking' },
  'prepare/asking': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'open-camera': 'prepare/opening',
    'without-camera': 'choose/without',
  },
  'prepare/asking!camera-refused': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'open-camera': 'prepare/opening',
    resume: 'prepare/opening',
    'without-camera': 'choose/without',
  },
  'prepare/opening': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'camera-on': 'prepare/on',
    'camera-failed!camera-lost': 'prepare/asking!camera-lost',
    'without-camera': 'choose/without',
  },
  'prepare/on': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'camera-failed!camera-lost': 'prepare/asking!camera-lost',
    'without-camera': 'choose/without',
    ready: 'baseline/on',
    hidden: 'prepare/paused!page-hidden',
  },
  'prepare/paused!page-hidden': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'open-camera': 'prepare/opening',
    resume: 'prepare/opening',
    'without-camera': 'choose/without',
  },
  'prepare/without': { 'ask-consent': 'consent/asking', 'open-camera': 'prepare/opening', ready: 'choose/without' },
  'baseline/on': {
    'face-withdrawn': 'choose/without',
    'camera-failed!camera-lost': 'baseline/paused+paused!camera-lost',
    'without-camera': 'choose/without',
    'finish-step': 'choose/paused',
    pause: 'baseline/paused+paused',
    hidden: 'baseline/paused+paused!page-hidden',
  },
  'baseline/opening': {
    'face-withdrawn': 'choose/without',
    'camera-on': 'baseline/on',
    'camera-failed!camera-lost': 'baseline/paused+paused!camera-lost',
    'without-camera': 'choose/without',
    'finish-step': 'choose/paused',
    pause: 'baseline/paused+paused',
    hidden: 'baseline/paused+paused!page-hidden',
  },
  'baseline/paused+paused': {
    'face-withdrawn': 'choose/without',
    'without-camera': 'choose/without',
    'finish-step': 'choose/paused',
    resume: 'baseline/opening',
  },
  'baseline/paused+paused!page-hidden': {
    'face-withdrawn': 'choose/without',
    'without-camera': 'choose/without',
    'finish-step': 'choose/paused',
    resume: 'baseline/opening',
  },
  'choose/paused': { 'face-withdrawn': 'choose/without', choose: 'recall/opening', 'without-camera': 'choose/without' },
  'choose/without': { choose: 'recall/without' },
  // Gone on with, before the camera was asked for.
  'choose/asking': {
    'face-withdrawn': 'choose/without',
    choose: 'prepare/asking+chosen',
    'without-camera': 'choose/without',
  },
  'recall/opening': {
    'face-withdrawn': 'recall/without',
    'camera-on': 'recall/on',
    'camera-failed!camera-lost': 'recall/paused+paused!camera-lost',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    pause: 'recall/paused+paused',
    hidden: 'recall/paused+paused!page-hidden',
  },
  'recall/on': {
    'face-withdrawn': 'recall/without',
    'camera-failed!camera-lost': 'recall/paused+paused!camera-lost',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    pause: 'recall/paused+paused',
    hidden: 'recall/paused+paused!page-hidden',
  },
  'recall/without': {
    'finish-step': 'rest/without',
    pause: 'recall/without+paused',
    hidden: 'recall/without+paused!page-hidden',
  },
  'recall/paused+paused': {
    'face-withdrawn': 'recall/without+paused',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    resume: 'recall/opening',
  },
  'recall/paused+paused!camera-lost': {
    'face-withdrawn': 'recall/without+paused',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    resume: 'recall/opening',
  },
  'recall/without+paused': {
    'without-camera': 'recall/without',
    'finish-step': 'rest/without',
    resume: 'recall/without',
  },
  'recall/without+paused!page-hidden': {
    'without-camera': 'recall/without',
    'finish-step': 'rest/without',
    resume: 'recall/without',
  },
  'rest/paused': { 'face-withdrawn': 'rest/without', 'finish-step': 'report/paused', pause: 'rest/paused+paused' },
  'rest/paused+paused': {
    'face-withdrawn': 'rest/without+paused',
    'finish-step': 'report/paused',
    resume: 'rest/paused',
  },
  'rest/without': { 'finish-step': 'report/without', pause: 'rest/without+paused' },
  'rest/without+paused': { 'finish-step': 'report/without', resume: 'rest/without' },
  'report/paused': {
    'face-withdrawn': 'report/without',
    'finish-report': 'review/paused',
    'draft-failed!journal-full': 'report/paused!journal-full',
  },
  'report/paused!save-failed': {
    'face-withdrawn': 'report/without!save-failed',
    'finish-report': 'review/paused',
    'draft-failed!journal-full': 'report/paused!journal-full',
    'draft-kept': 'report/paused',
  },
  'review/paused': { 'face-withdrawn': 'review/without', back: 'report/paused', keep: 'review/paused+saving' },
  'review/paused!save-failed': {
    'face-withdrawn': 'review/without!save-failed',
    back: 'report/paused',
    keep: 'review/paused+saving',
  },
  'review/paused+saving': {
    'face-withdrawn': 'review/without+saving',
    'keep-failed!save-failed': 'review/paused!save-failed',
    kept: 'saved/paused',
  },
  'saved/paused': {},
  'discarded/without+saving': {
    erased: 'discarded/without',
    'erase-failed!erase-failed': 'discarded/without!erase-failed',
  },
  'discarded/without!erase-failed': { withdraw: 'discarded/without+saving' },
  'discarded/without': {},
};

/** With the memory chosen before, what comes before *choose* leads to the recall, with the camera open where there is one. */
const chosen = (from: string): string => {
  if (from === 'choose/paused') return 'recall/opening';
  if (from.startsWith('choose/')) return from.replace('choose', 'recall');
  return from.replace(/(?=!|$)/, '+chosen');
};
const CHOSEN = Object.fromEntries(
  Object.entries(FIRST)
    .filter(([from]) => /^(consent|prepare|baseline)/.test(from))
    .map(([from, leads]) => [
      chosen(from),
      Object.fromEntries(Object.entries(leads).map(([text, to]) => [text, chosen(to)])),
    ]),
);
const TABLE: typeof FIRST = {
  ...FIRST,
  ...CHOSEN,
  'baseline/on+chosen': { ...CHOSEN['baseline/on+chosen'], 'finish-step': 'recall/on' },
};

describe('transitions', () => {
  for (const [from, leads] of Object.entries(TABLE)) {
    it(`leads from ${from} exactly where the table says`, () => {
      for (const text of EVENTS) {
        const ended = from.startsWith('saved') || from.startsWith('discarded');
        const expected = leads[text] ?? (text === 'withdraw' && !ended ? 'discarded/without+saving' : from);
        const state = parse(from);
        const after = next(state, event(text));
        expect(show(after), text).to.equal(expected);
        if (expected === from) expect(after, `${text} has no meaning`).to.equal(state);
      }
    });
  }

  it('reaches no state that the table does not have, the failures aside', () => {
    const known = new Set(Object.keys(TABLE).map((text) => text.split('!')[0]));
    const seen = new Set<string>();
    const open = [startState(null), startState(false), startState(true), parse('choose/asking')];
    for (let state = open.pop(); state; state = open.pop()) {
      if (seen.has(show(state))) continue;
      seen.add(show(state));
      for (const text of EVENTS) open.push(next(state, event(text)));
    }
    // Doing without the camera differs from having had it in nothing but the name from the report on.
    const likes = [...seen].map((text) => text.split('!')[0]!.replace(/^(report|review|saved)\/without/, '$1/paused'));
    expect(likes.filter((text) => !known.has(text))).to.deep.equal([]);
    expect(new Set([...seen].map((text) => text.split('/')[0]))).to.deep.equal(new Set(STEPS));
  });

  it('keeps its promises whatever happens in whatever order', () => {
    const any: fc.Arbitrary<SessionEvent> = fc.oneof(
      fc.constantFrom(...EVENTS.map(event)),
      fc.record({ type: fc.constant('camera-failed' as const), code: fc.constantFrom(...FAILURES) }),
    );
    fc.assert(
      fc.property(fc.option(fc.boolean()), fc.array(any, { maxLength: 60 }), (face, events) => {
        let state = startState(face);
        for (const happening of events) {
          state = next(state, happening);
          if (usesCamera(state)) expect(['prepare', 'baseline', 'recall']).to.include(state.step);
          if (isRecording(state)) expect(isRunning(state)).to.equal(true);
          if (state.paused) expect(usesCamera(state)).to.equal(false);
          if (state.saving) expect(['review', 'discarded']).to.include(state.step);
        }
        expect(next(state, { type: 'withdraw' }).step).to.equal(state.step === 'saved' ? 'saved' : 'discarded');
      }),
    );
  });
});
