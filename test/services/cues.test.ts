import { expect } from 'chai';
import type { RecallEntry } from '../../app/domain/entry/entry';
import { Failure } from '../../app/domain/failure/failure';
import { NO_CHOICES } from '../../app/domain/memory/cue-choices';
import { momentAt } from '../../app/domain/moment/moment';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import { readSettings } from '../../app/journal/parse/settings';
import { type Cues, open } from '../../app/services/cues';
import { FakeJournal } from '../support/fake-journal';
import { NOW_MS, sampleRecall, sampleReport, ZONE } from '../support/sample-entries';

const clock = { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE };
const own = { question: 'Who had the blue bike?', direction: 'past', valence: 'positive' } as const;

describe('the questions of a journal', () => {
  let journal: FakeJournal;
  let cues: Cues;
  beforeEach(() => {
    journal = new FakeJournal();
    cues = open({ journal, clock });
  });

  /** A recall of now with this question. */
  const relive = (cueId: string, change: Partial<RecallEntry> = {}) => {
    const { memory } = sampleRecall();
    const startedAt = momentAt(NOW_MS - 60_000, ZONE);
    return journal.save(sampleRecall({ id: cueId, startedAt, memory: { ...memory, cueId }, ...change }), null);
  };

  it('ask the same all day, another when asked, and a new one once it was relived', async () => {
    const first = (await cues.today())!;
    expect((await cues.today())!.cue.id).to.equal(first.cue.id);
    const other = (await cues.another())!;
    expect(other.id).not.to.equal(first.cue.id);
    expect((await cues.today())!.cue.id).to.equal(other.id);
    await relive(other.id);
    const next = (await cues.today())!.cue.id;
    expect([first.cue.id, other.id]).not.to.include(next);
    expect((await cues.choices()).offered).to.have.length(3);
  });

  it('can be looked at beforehand, and nothing is noted of it', async () => {
    const seen = (await cues.peek())!;
    expect((await cues.choices()).offered).to.deep.equal([]);
    expect((await cues.today())!.cue.id).to.equal(seen.cue.id);
    const other = (await cues.another())!;
    expect((await cues.peek())!.cue.id).to.equal(other.id);
  });

  it('never ask for a hard one after a recall that was rated as hard, or was not rated and expected to be', async () => {
    const days = Array.from({ length: 12 }, (_, at) => NOW_MS + at * 86_400_000);
    const easy = sampleReport(null);
    for (const change of [
      { report: sampleReport(-0.2) },
      { report: easy, memory: { ...sampleRecall().memory, cueId: 'view', expectedValence: 'negative' as const } },
    ]) {
      await journal.eraseAll();
      await relive('view', change);
      for (const nowMs of days) {
        const later = open({ journal, clock: { ...clock, epochMs: () => nowMs } });
        expect((await later.today())!.beside).to.equal(null);
      }
    }
    await journal.eraseAll();
    await relive('view', { report: sampleReport(0.2) });
    const pairs = [];
    for (const nowMs of days)
      pairs.push((await open({ journal, clock: { ...clock, epochMs: () => nowMs } }).today())!.beside);
    expect(pairs.filter(Boolean), 'and do so otherwise').not.to.have.length(0);
  });

  it('keep what the person writes, change it, and forget it with all that was said of it', async () => {
    const written = await cues.write(own);
    expect(await cues.find(written.id)).to.deep.equal(written);
    const changed = await cues.write({ ...written, question: 'Whose bike was blue?' });
    expect(changed.id).to.equal(written.id);
    expect((await cues.choices()).own).to.deep.equal([changed]);
    await cues.favour(written.id, true);
    await cues.hide(written.id, true);
    await cues.remove(written.id);
    expect(await cues.choices()).to.deep.equal(NO_CHOICES);
    expect(await cues.find(written.id)).to.equal(null);
    expect(await cues.find(null)).to.equal(null);
  });

  it('ask what the person wrote before anything else, and never what they hid', async () => {
    const written = await cues.write({ ...own, valence: 'neutral' });
    const asked = [(await cues.another())!.id, (await cues.another())!.id];
    expect(asked).to.include(written.id);
    await cues.hide(written.id, true);
    expect((await cues.today())!.cue.id).not.to.equal(written.id);
  });

  it('ask about what the person named, in words that the memory keeps, until they remove it', async () => {
    await cues.name('song', 'Sprinkler');
    const [named] = (await cues.choices()).named!;
    const cue = await cues.find(named!.id);
    expect(cue).to.deep.include({ valence: 'neutral', direction: 'past', named });
    expect(cue).to.have.property('question', 'A song: Sprinkler. Where were you when you heard it?');
    expect(readSettings({ ...DEFAULT_SETTINGS, cues: await cues.choices() }).cues.named).to.deep.equal([named]);
    const asked = [];
    for (let at = 0; at < 3; at++) asked.push((await cues.another())?.id);
    expect(asked).to.include(named!.id);
    await cues.remove(named!.id);
    expect((await cues.choices()).named).to.deep.equal([]);
    expect(await cues.find(named!.id)).to.equal(null);
  });

  it('ask also where that cannot be noted', async () => {
    journal.changeSettings = () => Promise.reject(new Failure('journal-full'));
    expect(await cues.today()).not.to.equal(null);
    expect(await cues.another()).not.to.equal(null);
    let failure: unknown;
    await cues.write(own).catch((error) => {
      failure = error;
    });
    expect((failure as Failure).code, 'but a question is not lost in silence').to.equal('journal-full');
  });
});
