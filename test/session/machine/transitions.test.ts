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

/** A state in the short form `step/camera`, with `~aloud`, `+paused`, `+stopping`, `+saving`, `+chosen` and `!failure` where they hold. */
const show = ({ step, camera, mode, paused, stopping, saving, chosen: isChosen, failure }: SessionState): string =>
  [
    `${step}/${camera}`,
    mode === 'aloud' ? '~aloud' : '',
    paused ? '+paused' : '',
    stopping ? '+stopping' : '',
    saving ? '+saving' : '',
    isChosen ? '+chosen' : '',
    failure ? `!${failure}` : '',
  ].join('');

function parse(text: string): SessionState {
  const match = /^(\w+)\/(\w+)(~aloud)?(\+paused)?(\+stopping)?(\+saving)?(\+chosen)?(?:!(.+))?$/.exec(text)!;
  return {
    step: match[1] as Step,
    camera: match[2] as CameraState,
    mode: match[3] === undefined ? 'silent' : 'aloud',
    paused: match[4] !== undefined,
    stopping: match[5] !== undefined,
    saving: match[6] !== undefined,
    chosen: match[7] !== undefined,
    failure: (match[8] ?? null) as SessionState['failure'],
  };
}

const event = (text: string): SessionEvent => {
  const [type, code] = text.split('!');
  if (type === 'agree') return { type, face: code === 'face' };
  if (type === 'relive') return { type, mode: code as SessionState['mode'] };
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
  'relive!aloud',
  'relive!silent',
  'ready',
  'choose',
  'finish-step',
  'pause',
  'hidden',
  'stop',
  'rate-alone',
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
    'relive!aloud': 'prepare/asking~aloud',
  },
  'prepare/asking!camera-refused': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'open-camera': 'prepare/opening',
    resume: 'prepare/opening',
    'without-camera': 'choose/without',
    'relive!aloud': 'prepare/asking~aloud!camera-refused',
  },
  'prepare/opening': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'camera-on': 'prepare/on',
    'camera-failed!camera-lost': 'prepare/asking!camera-lost',
    'without-camera': 'choose/without',
    'relive!aloud': 'prepare/opening~aloud',
  },
  'prepare/on': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'camera-failed!camera-lost': 'prepare/asking!camera-lost',
    'without-camera': 'choose/without',
    ready: 'baseline/on',
    hidden: 'prepare/paused!page-hidden',
    'relive!aloud': 'prepare/on~aloud',
  },
  'prepare/paused!page-hidden': {
    'ask-consent': 'consent/asking',
    'face-withdrawn': 'choose/without',
    'open-camera': 'prepare/opening',
    resume: 'prepare/opening',
    'without-camera': 'choose/without',
    'relive!aloud': 'prepare/paused~aloud!page-hidden',
  },
  'prepare/without': {
    'ask-consent': 'consent/asking',
    'open-camera': 'prepare/opening',
    ready: 'choose/without',
    'relive!aloud': 'prepare/without~aloud',
  },
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
  'prepare/on~aloud': {
    'ask-consent': 'consent/asking~aloud',
    'face-withdrawn': 'choose/without~aloud',
    'camera-failed!camera-lost': 'prepare/asking~aloud!camera-lost',
    'without-camera': 'choose/without~aloud',
    'relive!silent': 'prepare/on',
    ready: 'baseline/on~aloud',
    hidden: 'prepare/paused~aloud!page-hidden',
  },
  'baseline/on~aloud': {
    'face-withdrawn': 'choose/without~aloud',
    'camera-failed!camera-lost': 'baseline/paused~aloud+paused!camera-lost',
    'without-camera': 'choose/without~aloud',
    'finish-step': 'talking/on~aloud',
    pause: 'baseline/paused~aloud+paused',
    hidden: 'baseline/paused~aloud+paused!page-hidden',
  },
  'baseline/paused~aloud+paused': {
    'face-withdrawn': 'choose/without~aloud',
    'without-camera': 'choose/without~aloud',
    'finish-step': 'talking/opening~aloud',
    resume: 'baseline/opening~aloud',
  },
  'talking/on~aloud': {
    'face-withdrawn': 'choose/without~aloud',
    'camera-failed!camera-lost': 'talking/paused~aloud+paused!camera-lost',
    'without-camera': 'choose/without~aloud',
    'finish-step': 'choose/paused~aloud',
    pause: 'talking/paused~aloud+paused',
    hidden: 'talking/paused~aloud+paused!page-hidden',
  },
  'talking/opening~aloud': {
    'face-withdrawn': 'choose/without~aloud',
    'camera-on': 'talking/on~aloud',
    'camera-failed!camera-lost': 'talking/paused~aloud+paused!camera-lost',
    'without-camera': 'choose/without~aloud',
    'finish-step': 'choose/paused~aloud',
    pause: 'talking/paused~aloud+paused',
    hidden: 'talking/paused~aloud+paused!page-hidden',
  },
  'talking/paused~aloud+paused': {
    'face-withdrawn': 'choose/without~aloud',
    'without-camera': 'choose/without~aloud',
    'finish-step': 'choose/paused~aloud',
    resume: 'talking/opening~aloud',
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
    stop: 'recall/paused+paused+stopping',
  },
  'recall/on': {
    'face-withdrawn': 'recall/without',
    'camera-failed!camera-lost': 'recall/paused+paused!camera-lost',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    pause: 'recall/paused+paused',
    hidden: 'recall/paused+paused!page-hidden',
    stop: 'recall/paused+paused+stopping',
  },
  'recall/without': {
    'finish-step': 'rest/without',
    pause: 'recall/without+paused',
    hidden: 'recall/without+paused!page-hidden',
    stop: 'recall/without+paused+stopping',
  },
  'recall/paused+paused': {
    'face-withdrawn': 'recall/without+paused',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    resume: 'recall/opening',
    stop: 'recall/paused+paused+stopping',
  },
  'recall/paused+paused!camera-lost': {
    'face-withdrawn': 'recall/without+paused',
    'without-camera': 'recall/without',
    'finish-step': 'rest/paused',
    resume: 'recall/opening',
    stop: 'recall/paused+paused+stopping',
  },
  'recall/without+paused': {
    'without-camera': 'recall/without',
    'finish-step': 'rest/without',
    resume: 'recall/without',
    stop: 'recall/without+paused+stopping',
  },
  'recall/without+paused!page-hidden': {
    'without-camera': 'recall/without',
    'finish-step': 'rest/without',
    resume: 'recall/without',
    stop: 'recall/without+paused+stopping',
  },
  'recall/paused+paused+stopping': {
    'face-withdrawn': 'recall/without+paused+stopping',
    'finish-step': 'rest/paused',
    resume: 'recall/opening',
    'rate-alone': 'report/without',
  },
  'recall/without+paused+stopping': {
    'finish-step': 'rest/without',
    resume: 'recall/without',
    'rate-alone': 'report/without',
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
  if (from.startsWith('choose/paused')) return from.replace('choose/paused', 'recall/opening');
  if (from.startsWith('choose/')) return from.replace('choose', 'recall');
  return from.replace(/(?=!|$)/, '+chosen');
};
const CHOSEN = Object.fromEntries(
  Object.entries(FIRST)
    .filter(([from]) => /^(consent|prepare|baseline|talking)/.test(from))
    .map(([from, leads]) => [
      chosen(from),
      Object.fromEntries(Object.entries(leads).map(([text, to]) => [text, chosen(to)])),
    ]),
);
const TABLE: typeof FIRST = {
  ...FIRST,
  ...CHOSEN,
  'baseline/on+chosen': { ...CHOSEN['baseline/on+chosen'], 'finish-step': 'recall/on' },
  'talking/on~aloud+chosen': { ...CHOSEN['talking/on~aloud+chosen'], 'finish-step': 'recall/on~aloud' },
};

describe('transitions', () => {
  for (const [from, leads] of Object.entries(TABLE)) {
    it(`leads from ${from} exactly where the table says`, () => {
      for (const text of EVENTS) {
        const ended = from.startsWith('saved') || from.startsWith('discarded');
        const withdrawn = `discarded/without${from.includes('~aloud') ? '~aloud' : ''}+saving`;
        const expected = leads[text] ?? (text === 'withdraw' && !ended ? withdrawn : from);
        const state = parse(from);
        const after = next(state, event(text));
        expect(show(after), text).to.equal(expected);
        if (expected === from) expect(after, `${text} has no meaning`).to.equal(state);
      }
    });
  }

  it('reaches no state that the table does not have, the failures aside', () => {
    const quiet = (text: string) => text.split('!')[0]!.replace('~aloud', '');
    const known = new Set(Object.keys(TABLE).map(quiet));
    const seen = new Set<string>();
    const open = [
      startState(null, 'silent'),
      startState(false, 'silent'),
      startState(true, 'aloud'),
      parse('choose/asking'),
    ];
    for (let state = open.pop(); state; state = open.pop()) {
      if (seen.has(show(state))) continue;
      seen.add(show(state));
      for (const text of EVENTS) open.push(next(state, event(text)));
    }
    // Doing without the camera differs from having had it in nothing but the name from the report on.
    const likes = [...seen].map((text) => quiet(text).replace(/^(report|review|saved)\/without/, '$1/paused'));
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
        let state = startState(face, 'silent');
        for (const happening of events) {
          state = next(state, happening);
          if (usesCamera(state)) expect(['prepare', 'baseline', 'talking', 'recall']).to.include(state.step);
          if (isRecording(state)) expect(isRunning(state)).to.equal(true);
          if (state.paused) expect(usesCamera(state)).to.equal(false);
          if (state.stopping) expect([state.step, state.paused]).to.deep.equal(['recall', true]);
          if (state.step === 'talking') expect(state.mode).to.equal('aloud');
          if (state.saving) expect(['review', 'discarded']).to.include(state.step);
        }
        expect(next(state, { type: 'withdraw' }).step).to.equal(state.step === 'saved' ? 'saved' : 'discarded');
      }),
    );
  });
});
