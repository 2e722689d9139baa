import { expect } from 'chai';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { momentAt } from '../../../app/domain/moment/moment';
import { comparableFaces } from '../../../app/insights/readers/comparable-faces';
import { entryColumns, outlineColumns } from '../../../app/insights/readers/entry-columns';
import { outlineOf } from '../../../app/journal/index/outline';
import { checkIn, faceSummary, NOON_MS, recall } from '../../journal/support/samples';

const HOUR_MS = 3_600_000;
const at = (hour: number, change: Partial<RecallEntry> = {}): RecallEntry =>
  recall({ id: `recall-${hour}`, startedAt: momentAt(NOON_MS + hour * HOUR_MS, 'UTC'), ...change });
const withFace = (hour: number, change: Partial<typeof faceSummary>): RecallEntry =>
  at(hour, { face: { summary: { ...faceSummary, ...change } } });
const ten = Array.from({ length: 10 }, (_, hour) => at(hour));

const compared = (entries: readonly RecallEntry[]) => comparableFaces(entryColumns(entries, () => null));

describe('comparableFaces', () => {
  it('keeps faces of one reader and one baseline, and says of each other one why it is left out', () => {
    const { face, leftOut, valence } = compared([
      ...ten,
      at(10, { faceDisputed: true }),
      withFace(11, { models: {} }),
      withFace(12, { models: { ...faceSummary.models, expression: 'emotion 2' } }),
      withFace(13, { baselineFacialValence: null }),
      at(14, { face: { summary: null, reason: 'no-face', usableMs: 0, usableShare: 0 } }),
    ]);
    expect(leftOut).to.deep.equal({ disputed: 1, 'unknown-reader': 1, 'other-reader': 1, 'other-baseline': 1 });
    expect([...face].map(Number.isNaN)).to.deep.equal([...new Array(10).fill(false), ...new Array(5).fill(true)]);
    expect([...valence].some(Number.isNaN), 'a rating is never left out').to.equal(false);
  });

  it('leaves a face out once, under the first reason', () => {
    const { leftOut } = compared([
      ...ten,
      at(10, { faceDisputed: true, face: { summary: { ...faceSummary, models: {} } } }),
    ]);
    expect(leftOut).to.include({ disputed: 1, 'unknown-reader': 0 });
  });

  it('goes with the baseline of most, and of two as common with the later', () => {
    const none = (hour: number) => withFace(hour, { baselineFacialValence: null });
    expect(compared([at(0), at(1), none(2)]).leftOut['other-baseline']).to.equal(1);
    const { face } = compared([at(0), none(1)]);
    expect([...face].map(Number.isNaN)).to.deep.equal([true, false]);
  });

  it('compares no memory that was told aloud with a silent one, and an older one as silent', () => {
    const told = (hour: number) => at(hour, { mode: 'aloud' });
    expect(compared([at(0), at(1, { mode: 'silent' }), told(2)]).leftOut['other-baseline']).to.equal(1);
    expect([...compared([at(0), told(1), told(2)]).face].map(Number.isNaN)).to.deep.equal([true, false, false]);
    const untalked = { ...withFace(3, { baselineFacialValence: null }), mode: 'aloud' } as const;
    expect(compared([told(1), told(2), untalked]).leftOut['other-baseline']).to.equal(1);
  });

  it('takes expressions and units of a left out face away, and those of no other', () => {
    const units = [{ unit: 'AU12', onsetMs: 0, apexMs: 1, offsetMs: 2, strength: 1, side: null }] as const;
    const columns = compared([withFace(0, { units }), withFace(1, { units }), at(2, { faceDisputed: true })]);
    const rows = [0, 1, 2].map((row) => columns.expression[row * EXPRESSIONS.length]);
    expect(rows).to.deep.equal([0.4, 0.4, Number.NaN]);
    expect(columns.units.map((own) => own && [...own])).to.deep.equal([['AU12'], ['AU12'], null]);
  });

  it('counts no unit that was marked as misread', () => {
    const unit = (name: 'AU4' | 'AU12', onsetMs: number) =>
      ({ unit: name, onsetMs, apexMs: onsetMs + 1, offsetMs: onsetMs + 2, strength: 1, side: null }) as const;
    const marked = {
      ...withFace(0, { units: [unit('AU4', 0), unit('AU12', 9)] }),
      misread: [{ unit: 'AU4', onsetMs: 0, offsetMs: 2 }] as const,
    };
    expect([...compared([marked]).units[0]!]).to.deep.equal(['AU12']);
  });

  it('takes outlines as well, which say nothing of the baseline', () => {
    const outlines = [...ten, at(10, { faceDisputed: true })].map(outlineOf);
    const { face, leftOut } = comparableFaces(outlineColumns(outlines));
    expect([...face].filter((value) => !Number.isNaN(value))).to.have.length(10);
    expect(leftOut).to.include({ disputed: 1, 'other-baseline': 0 });
  });
});

describe('entryColumns', () => {
  it('are oldest first, with one of each entry, and NaN or null for what is missing', () => {
    const later = checkIn('check', NOON_MS + 30 * HOUR_MS);
    const versions = [at(2), { ...at(2), id: 'beside', besideId: 'recall-2' }];
    const columns = entryColumns([later, ...versions], () => null);
    expect(columns.id).to.deep.equal(['recall-2', 'check']);
    expect([columns.facialValence[1], columns.vividness[1], columns.arousal[0]].map(Number.isNaN)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect([columns.direction[1], columns.memory[1], columns.activities[1]]).to.deep.equal([null, null, null]);
    expect(columns.valence[0]).to.equal(0.72);
  });

  it('know the class of a cue, and of a memory of one’s own what was expected of it', () => {
    const memory = recall().memory;
    const own = at(1, { memory: { ...memory, cueId: null, expectedValence: 'negative' } });
    const asked = at(2, { memory: { ...memory, ownCue: { question: 'When did it rain?', valence: 'positive' } } });
    const { cueClass } = entryColumns([at(0), own, asked], (id) => (id === memory.cueId ? 'neutral' : null));
    expect(cueClass).to.deep.equal(['neutral', 'negative', 'positive']);
  });

  it('take recalls that are linked for one memory, whatever they are called and whether the first is still there', () => {
    const memory = recall().memory;
    const titled = (hour: number, title: string, againOf?: string) =>
      at(hour, { id: `r${hour}`, memory: { ...memory, title }, ...(againOf && { againOf }) });
    const all = [titled(0, 'Snow'), titled(1, 'The hill', 'r0'), titled(2, 'A lake'), titled(3, 'snow')];
    expect(entryColumns(all, () => null).memory).to.deep.equal(['snow', 'snow', 'a lake', 'snow']);
    const left = [titled(1, 'The hill', 'r0'), titled(2, 'White', 'r0'), titled(3, 'Snow')];
    expect(entryColumns(left, () => null).memory).to.deep.equal(['the hill', 'the hill', 'snow']);
  });

  it('take recalls of one title for one memory, capitals and spaces aside', () => {
    const memory = recall().memory;
    const titled = (hour: number, title: string) => at(hour, { memory: { ...memory, title } });
    const { memory: keys } = entryColumns([titled(0, 'The  Lake '), titled(1, 'the lake'), titled(2, ' ')], () => null);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).to.equal(null);
  });
});
