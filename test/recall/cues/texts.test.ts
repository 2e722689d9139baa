import { expect } from 'chai';
import { USABLE_MS_NEEDED } from '../../../app/domain/face/face-summary';
import { RECALL_MS_RANGE } from '../../../app/domain/settings/settings';
import { consentPoints } from '../../../app/recall/consent/consent';
import {
  afterQuestions,
  chooseQuestions,
  recallPrompt,
  reportQuestions,
} from '../../../app/recall/interview/interview';
import {
  BASELINE_MS,
  COMFORTABLE_RECALL_MS,
  FIRST_BASELINE_MS,
  RECALL_LENGTHS_MS,
  recallLengthNote,
  timingFor,
} from '../../../app/recall/timing/timing';

describe('consent', () => {
  it('states every point once, each with a title and whole sentences', () => {
    const points = consentPoints();
    expect(points.map((point) => point.id)).to.have.members([
      'read',
      'no-picture',
      'stored',
      'uncertain',
      'upsetting',
      'withdraw',
      'not-medical',
      'alone',
      'adults',
      'not-for',
      'help',
    ]);
    for (const { title, text } of points) {
      expect(title).to.match(/^\p{Lu}/u);
      expect(text).to.match(/^\p{Lu}.*\.$/u);
    }
  });

  it('names where to find help, as text', () => {
    expect(consentPoints().find((point) => point.id === 'help')?.text).to.contain('findahelpline.com');
  });
});

describe('timing', () => {
  it('makes only the first baseline long', () => {
    expect(timingFor({ recallMs: 45_000, baselinesTaken: 0 }).baselineMs).to.equal(FIRST_BASELINE_MS);
    expect(timingFor({ recallMs: 45_000, baselinesTaken: 1 }).baselineMs).to.equal(BASELINE_MS);
  });

  it('keeps the recall inside its range', () => {
    expect(timingFor({ recallMs: 1, baselinesTaken: 1 }).recallMs).to.equal(RECALL_MS_RANGE[0]);
    expect(timingFor({ recallMs: 1e9, baselinesTaken: 1 }).recallMs).to.equal(RECALL_MS_RANGE[1]);
    for (const ms of RECALL_LENGTHS_MS) expect(timingFor({ recallMs: ms, baselinesTaken: 1 }).recallMs).to.equal(ms);
  });

  it('says beforehand that a short recall gets no summary, or nearly none', () => {
    expect(recallLengthNote(15_000)).to.contain('too short');
    expect(recallLengthNote(USABLE_MS_NEEDED - 1)).to.contain('too short');
    expect(recallLengthNote(USABLE_MS_NEEDED)).to.contain('leaves almost none to spare');
    expect(recallLengthNote(COMFORTABLE_RECALL_MS - 1)).to.contain('leaves almost none to spare');
    expect(recallLengthNote(COMFORTABLE_RECALL_MS)).to.equal('');
  });
});

describe('interview', () => {
  it('asks in questions', () => {
    for (const { text } of Object.values({ ...chooseQuestions(), ...reportQuestions(), ...afterQuestions() }))
      expect(text).to.match(/\?$/);
    expect(recallPrompt('past').text).not.to.equal(recallPrompt('future').text);
  });
});
