import { expect } from 'chai';
import { EVENING } from '../../../app/domain/reminders/reminder-choices';
import { open } from '../../../app/services/consent/consents';
import { recall, draft as recallDraft, trace } from '../../journal/support/samples';
import { SamplePage } from '../support/page';

describe('what is agreed to outside a recall', () => {
  let page: SamplePage;
  beforeEach(() => {
    page = new SamplePage();
  });

  const last = async () => (await page.journal.settings()).consents.slice(2).map(({ part, given }) => [part, given]);

  it('is written at the end of the list, part by part', async () => {
    await open(page).say('readings', false);
    await open(page).say('readings', true);
    expect(await last()).to.deep.equal([
      ['readings', false],
      ['readings', true],
    ]);
  });

  it('ends with the reading of the face that its readings are kept', async () => {
    await open(page).say('face', false);
    expect(await last()).to.deep.equal([
      ['face', false],
      ['readings', false],
    ]);
  });

  it('clears the draft of a killed tab of what may no longer be kept, and of nothing else', async () => {
    const draft = recallDraft({ trace: trace(), face: recall().face });
    expect(draft.face.summary ?? draft.trace, 'there is something to clear').to.not.equal(null);
    await page.journal.keepDraft(draft);
    await open(page).say('readings', false);
    const left = await page.journal.draft('recall');
    expect(left).to.deep.equal({
      ...draft,
      trace: null,
      face: { summary: null, reason: 'withdrawn', usableMs: 0, usableShare: 0 },
    });
  });

  it('holds of reminders by their times, and takes them from outside the app when they are taken back', async () => {
    const badges: boolean[] = [];
    let removed = 0;
    const desk = open(page, { badge: (isDue) => void badges.push(isDue), removeMark: async () => void removed++ });
    await desk.say('reminders', true);
    const { times } = (await page.journal.settings()).reminders;
    expect(times).to.deep.equal([EVENING]);
    await page.journal.changeSettings(({ reminders }) => ({
      reminders: { ...reminders, times: [60, ...times], notify: true, asideUntilMs: 1 },
    }));
    expect([removed, badges]).to.deep.equal([0, []]);
    await desk.say('reminders', false);
    const { reminders } = await page.journal.settings();
    expect(reminders).to.deep.include({ times: [], notify: false, asideUntilMs: null });
    expect([removed, badges]).to.deep.equal([1, [false]]);
    expect(await last()).to.deep.equal([
      ['reminders', true],
      ['reminders', false],
    ]);
  });

  it('leaves the times that another window has set in the meantime', async () => {
    await page.journal.changeSettings(({ reminders }) => ({ reminders: { ...reminders, times: [480, 780] } }));
    await open(page).say('reminders', true);
    expect((await page.journal.settings()).reminders.times).to.deep.equal([480, 780]);
  });

  it('is heard by a recall under way', async () => {
    const session = (await page.recalls()).start(null);
    expect(session.snapshot).to.include({ step: 'prepare', camera: 'asking' });
    const heard = new Promise<void>((resolve) => session.subscribe(({ camera }) => camera === 'without' && resolve()));
    await open(page).say('face', false);
    await heard;
    expect(session.snapshot).to.include({ keepsReadings: false });
  });
});
