import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { NO_CHOICES } from '../../../app/domain/memory/cue-choices';
import { momentAt } from '../../../app/domain/moment/moment';
import { emptyReport } from '../../../app/domain/report/report';
import { cueOf } from '../../../app/recall/cues/cue-deck';
import { cueWords } from '../../../app/recall/cues/cue-words';
import '../../../app/views/today/today';
import { checkInDraft } from '../../journal/support/samples';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleEntries, sampleFace, sampleRecall, ZONE } from '../../support/sample-entries';

describe('rv-today', () => {
  let paths: string[];

  beforeEach(() => {
    paths = [];
  });
  afterEach(unmountAll);

  async function today(services: FakeServices): Promise<LitElement> {
    const element = await mount<LitElement>(
      html`<rv-today @rv-navigate=${({ detail }: CustomEvent<{ path: string }>) => paths.push(detail.path)}></rv-today>`,
      services,
    );
    await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
    return element;
  }

  const heading = (element: HTMLElement): string => deepText(deepQuery(element.shadowRoot!, 'h1')!);

  const keepDraft = (services: FakeServices, relived = true, page?: string) =>
    services.journal.keepDraft({
      version: 1,
      kind: 'recall',
      relived,
      ...(page && { page }),
      entryId: 'draft-1',
      startedAt: momentAt(NOW_MS - 600_000, ZONE),
      memory: sampleRecall().memory,
      report: emptyReport(),
      face: sampleFace(),
      trace: null,
      stepDurationsMs: {},
    });

  it('welcomes who is here for the first time, simply', async () => {
    const services = new FakeServices();
    const element = await today(services);
    expect(heading(element)).to.equal('Step back into a moment of your own.');
    expect(deepQuery(element.shadowRoot!, 'rv-entry-row')).to.equal(null);
    await expectAccessible(element);
    control(element, 'Relive a memory').click();
    await until(() => paths.length > 0, 'the recall');
    expect(paths).to.deep.equal(['/recall']);
    expect(services.calls[0]![0]).to.equal('start');
  });

  it('lays the question of the day on the drawing for a newcomer, writes nothing of it, and begins with it', async () => {
    const services = new FakeServices();
    const element = await today(services);
    const { cue } = (await (await services.cues()).peek())!;
    await until(() => deepText(element).includes('Today’s question'), 'the question');
    const invitation = control(element, 'Today’s question');
    expect(deepText(invitation)).to.contain(cueWords(cue).question);
    expect(cue.valence, 'the first one').not.to.equal('negative');
    expect((await services.journal.settings()).cues).to.deep.equal(NO_CHOICES);
    await expectAccessible(element);
    invitation.click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['start', 'of-the-day']]);
  });

  it('does without it where none can be fetched, and wherever something was kept', async () => {
    const offline = new FakeServices();
    let asked = 0;
    offline.cues = () => {
      asked += 1;
      return Promise.reject(new Failure('not-fetched', 'offline'));
    };
    const element = await today(offline);
    await until(() => asked > 0, 'that it was asked for');
    expect(deepText(element)).not.to.contain('Today’s question');
    expect(deepQuery((await today(new FakeServices(sampleEntries(3)))).shadowRoot!, 'rv-invitation')).to.equal(null);
  });

  it('tells of a restore that was cut off, how far it came, and leaves it at that when told to', async () => {
    const services = new FakeServices(sampleEntries(3));
    services.journal.cutOff = { version: 1, kind: 'merge', total: 400, done: 120 };
    const element = await today(services);
    await until(() => deepText(element).includes('was cut off'), 'the card');
    expect(deepText(element)).to.contain(
      'At least 120 of 400 entries were added. What you already had was left as it is.',
    );
    expect(deepQuery(element.shadowRoot!, 'rv-interrupted-card')).to.exist;
    await expectAccessible(element);
    control(element, 'Leave it as it is').click();
    await until(() => !deepText(element).includes('was cut off'), 'that it is gone');
  });

  it('offers to install as soon as the browser would ask, until that is put aside', async () => {
    const services = new FakeServices(sampleEntries(3));
    const element = await today(services);
    expect(deepQuery(element.shadowRoot!, 'rv-install-card')).to.equal(null);
    services.shell.change({ installable: true });
    await until(() => deepText(element).includes('Keep it handy?'), 'the card');
    control(element, 'Not now').click();
    await until(() => !deepQuery(element.shadowRoot!, 'rv-install-card'), 'that it is gone');
    services.shell.change({ online: false });
    await element.updateComplete;
    expect(deepQuery(element.shadowRoot!, 'rv-install-card')).to.equal(null);
  });

  it('on iOS has the way to the home screen before anything else, and still has it after the first entry', async () => {
    const services = new FakeServices();
    services.shell.change({ manualInstall: true });
    const element = await today(services);
    await until(() => deepText(element).includes('Add it to your home screen first'), 'the card');
    const card = deepQuery(element.shadowRoot!, 'rv-install-card')!.getBoundingClientRect();
    expect(card.bottom).to.be.at.most(control(element, 'Relive a memory').getBoundingClientRect().top);
    unmountAll();
    const later = new FakeServices(sampleEntries(1));
    later.shell.change({ manualInstall: true });
    await until(async () => deepText(await today(later)).includes('Move it to your home screen'), 'the card');
  });

  it('has one filled button: to go on with what waits, where something does', async () => {
    const services = new FakeServices(sampleEntries(3));
    const filled = (element: HTMLElement): string[] =>
      deepElements(element.shadowRoot!)
        .filter((one) => one.matches('.primary') && one.checkVisibility())
        .map(deepText);
    expect(filled(await today(services))).to.have.length(1);
    unmountAll();
    await keepDraft(services);
    const element = await today(services);
    await until(() => filled(element).length > 0, 'the card');
    expect(filled(element)).to.deep.equal(['Continue']);
  });

  it('offers a check-in for which there was no room, and says where it is and what that means', async () => {
    const services = new FakeServices(sampleEntries(3));
    services.lock.state = { ...services.lock.state, protected: true };
    const { keepDraft } = services.journal;
    services.journal.keepDraft = () => Promise.reject(new Failure('journal-full'));
    const session = (await services.checkIns()).start(null);
    session.answer({ feelings: [{ name: 'wistful', intensity: 3 }] });
    await session.leave();
    const element = await today(services);
    const says = (words: string) => until(() => deepText(element).includes(words), words);
    await says('in the middle of a check-in: wistful There was no room to save this.');
    await says('It’s only on this page, and closing the page will lose it. The journal won’t lock until');
    services.journal.held.add(session.entryId);
    control(element, 'Try again').click();
    await says('It’s waiting in this tab, encrypted');
    expect(deepText(element)).not.to.contain('won’t lock until');
    await expectAccessible(element);

    services.journal.keepDraft = keepDraft;
    services.journal.held.clear();
    control(element, 'Try again').click();
    await until(() => !deepText(element).includes('There was no room'), 'that it is kept');
    await says('in the middle of a check-in: wistful');
    expect(session.ended, 'it waits in its draft like any other').to.equal(true);
  });

  /** A journal whose question of the day is this one. */
  const asking = (cueId: string, besideId: string | null = null) => {
    const offered = [{ day: '2026-11-22', cueId, besideId }];
    return new FakeServices(sampleEntries(3), { cues: { ...NO_CHOICES, offered } });
  };

  it('asks the cue of the day, begins with it, and offers another', async () => {
    const services = asking('view');
    const element = await today(services);
    const first = heading(element);
    expect(first).to.equal(cueWords({ id: 'view' }).question);
    control(element, 'Another question').click();
    await until(() => heading(element) !== first, 'another question');
    control(element, 'Relive it').click();
    await until(() => paths.length > 0, 'the recall');
    const [, cueId] = services.calls[0]! as [string, string];
    expect(cueWords({ id: cueId }).question).to.equal(heading(element));
    expect(paths).to.deep.equal(['/recall']);
  });

  it('sets an equal other beside a hard question, and begins with the one that is taken', async () => {
    const services = asking('lost', 'view');
    const element = await today(services);
    expect(heading(element)).to.equal('Two questions today.');
    const questions = ['lost', 'view'].map((id) => cueWords({ id }).question);
    for (const question of questions) expect(deepText(element)).to.contain(question);
    await expectAccessible(element);
    const card = deepElements(element.shadowRoot!).find(
      (one) => one.matches('section.card') && deepText(one).startsWith(questions[1]!),
    )!;
    card.querySelector('button')!.click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['start', 'view']]);
  });

  it('asks the same question all day, and notes it once', async () => {
    const services = new FakeServices(sampleEntries(3));
    const first = heading(await today(services));
    const { offered } = (await services.journal.settings()).cues;
    expect(offered).to.have.length(1);
    expect(offered[0]!.day).to.equal('2026-11-22');
    expect(heading(await today(services))).to.equal(first);
    expect((await services.journal.settings()).cues.offered).to.deep.equal(offered);
  });

  it('offers no hard question after a hard recall', async () => {
    const hard = sampleRecall({ memory: { ...sampleRecall().memory, cueId: 'goodbye' } });
    const services = new FakeServices([hard], {
      cues: { ...NO_CHOICES, offered: [{ day: '2026-11-22', cueId: 'lost', besideId: 'view' }] },
    });
    await today(services);
    const { offered } = (await services.journal.settings()).cues;
    expect(cueOf(offered.at(-1)!.cueId, NO_CHOICES)!.valence).not.to.equal('negative');
  });

  it('asks an open question where there is none, or its words cannot be fetched', async () => {
    const services = new FakeServices(sampleEntries(3));
    services.cues = () => Promise.reject(new Failure('not-fetched', 'offline'));
    const element = await today(services);
    expect(heading(element)).to.equal('Which moment would you like to go back to?');
    control(element, 'Relive it').click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['start', null]]);
  });

  it('leads to the check-in and to a memory of their own', async () => {
    const services = new FakeServices(sampleEntries(3));
    const element = await today(services);
    control(element, 'Quick check-in').click();
    control(element, 'Use my own memory').click();
    await until(() => paths.length === 2, 'the recall');
    expect(paths).to.deep.equal(['/check-in', '/recall']);
    expect(services.calls).to.deep.equal([['start', null]]);
  });

  it('loses no press while recalls are fetched, says so meanwhile, and does what was pressed last', async () => {
    const services = new FakeServices(sampleEntries(3));
    const { recalls } = services;
    let come = () => {};
    const there = new Promise<void>((resolve) => {
      come = resolve;
    });
    services.recalls = () => there.then(recalls);
    const element = await today(services);
    control(element, 'Relive it').click();
    await until(() => deepText(element).includes('One moment'), 'that it is on its way');
    await expectAccessible(element);
    control(element, 'Use my own memory').click();
    expect([paths, services.calls]).to.deep.equal([[], []]);
    come();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['start', null]]);
    expect(deepText(element)).not.to.contain('One moment');

    control(element, 'Relive it').click();
    control(element, 'Quick check-in').click();
    await until(() => paths.length > 1, 'the check-in');
    await element.updateComplete;
    expect(paths, 'one thing at a time').to.deep.equal(['/recall', '/check-in']);
  });

  it('says that recalls could not be fetched, keeps the rest, and begins with the same cue when it is tried again', async () => {
    const services = new FakeServices(sampleEntries(3));
    const { recalls } = services;
    services.recalls = () => Promise.reject(new Failure('not-fetched', 'offline'));
    const element = await today(services);
    control(element, 'Use my own memory').click();
    await until(() => deepText(element).includes('This part of the app couldn’t be loaded.'), 'the notice');
    expect(paths).to.deep.equal([]);
    expect(deepText(element)).to.contain('Relive it');
    await expectAccessible(element);
    services.recalls = recalls;
    control(element, 'Try again').click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['start', null]]);
    expect(deepText(element)).not.to.contain('couldn’t be loaded');
  });

  it('asks for recalls while it is idle, before any press', async () => {
    const services = new FakeServices();
    let asked = 0;
    services.recalls = () => {
      asked += 1;
      return Promise.reject(new Failure('not-fetched'));
    };
    const element = await today(services);
    await until(() => asked > 0, 'that they are asked for');
    expect(deepText(element), 'nobody waits for them yet').not.to.contain('couldn’t be loaded');
  });

  for (const [press, path, cue] of [
    ['note', '/check-in', undefined],
    ['own', '/recall', null],
    ['relive', '/recall', 'of-the-day'],
  ] as const) {
    it(`does what was pressed before it was there: ${press}`, async () => {
      const services = new FakeServices();
      services.earlyPress = press;
      await today(services);
      await until(() => paths.length > 0, path);
      expect(paths).to.deep.equal([path]);
      expect(services.calls).to.deep.equal(cue === undefined ? [] : [['start', cue]]);
      await services.journal.changeSettings({});
      expect(paths, 'once').to.have.length(1);
    });
  }

  it('does what is pressed in the first view while that still lies on top, and nothing once it has gone', async () => {
    const services = new FakeServices();
    const element = await today(services);
    expect(paths).to.deep.equal([]);
    services.pressEarly('note');
    expect(paths).to.deep.equal(['/check-in']);
    element.remove();
    services.pressEarly('note');
    expect(paths).to.have.length(1);
  });

  it('shows the last entry in words and marks', async () => {
    const element = await today(new FakeServices([sampleRecall()]));
    const row = deepQuery(element.shadowRoot!, 'rv-entry-row')!;
    expect(deepText(row)).to.match(/^Yesterday, .*First snow on the hill you: (very )?pleasant, face looked/);
    expect(deepQuery(row.shadowRoot!, 'a')!.getAttribute('href')).to.equal('/entry/recall-1');
    await expectAccessible(element);
  });

  it('offers to go on with what a killed tab left', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services);
    const element = await today(services);
    await until(() => deepText(element).includes('You were in the middle'), 'the card');
    expect(deepText(element)).to.contain('You were in the middle of a memory: First snow on the hill');
    await expectAccessible(element);
    control(element, 'Continue').click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['continue', 'draft-1']]);
    expect(paths).to.deep.equal(['/recall']);
  });

  it('says where what takes to go on could not be fetched, and goes on when there is a network again', async () => {
    const services = new FakeServices(sampleEntries(3));
    const { checkIns } = services;
    services.checkIns = () => Promise.reject(new Failure('not-fetched', 'offline'));
    await services.journal.keepDraft(checkInDraft());
    const element = await today(services);
    await until(() => deepQuery(element.shadowRoot!, 'rv-draft-card')?.shadowRoot, 'the card');
    const card = deepQuery(element.shadowRoot!, 'rv-draft-card')!;
    await until(() => deepText(card.shadowRoot!).includes('Continue'), 'its button');
    control(card.shadowRoot!.querySelector('section')!, 'Continue').click();
    await until(() => deepText(card.shadowRoot!).includes('couldn’t be loaded'), 'the notice');
    expect(paths).to.deep.equal([]);
    services.checkIns = checkIns;
    control(card.shadowRoot!.querySelector('section')!, 'Continue').click();
    await until(() => paths.length > 0, 'the check-in');
    expect(deepText(card.shadowRoot!)).not.to.contain('couldn’t be loaded');
  });

  it('says that a recall which was cut off before its end starts again', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services, false);
    const element = await today(services);
    await until(() => deepText(element).includes('reliving it starts over'), 'the card');
    control(element, 'Start again').click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['continue', 'draft-1']]);
  });

  it('goes on with the interview where that was cut off, and says nothing of starting over', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services, false, 'perspective');
    const element = await today(services);
    await until(() => deepText(element).includes('You were in the middle of a memory'), 'the card');
    expect(deepText(element)).not.to.contain('starts over');
    control(element, 'Continue').click();
    await until(() => paths.length > 0, 'the recall');
    expect(services.calls).to.deep.equal([['continue', 'draft-1']]);
  });

  it('offers to go on with a check-in, beside a memory', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services);
    const feelings = [{ name: 'calm', intensity: 3 }];
    await services.journal.keepDraft({ ...checkInDraft(), report: { ...emptyReport(), feelings } });
    const element = await today(services);
    await until(() => deepText(element).includes('in the middle of a check-in: calm'), 'the card');
    expect(deepText(element)).to.contain('in the middle of a memory');
    await expectAccessible(element);
    const card = deepElements(element.shadowRoot!).filter((one) => one.matches('rv-draft-card'))[1]!;
    control(card.shadowRoot!.querySelector('section')!, 'Continue').click();
    await until(() => paths.length > 0, 'the check-in');
    expect(services.calls).to.deep.equal([['startCheckIn', 'quick']]);
    expect(paths).to.deep.equal(['/check-in']);
  });

  it('asks before an unfinished memory goes, whichever way', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services);
    const element = await today(services);
    const openDialog = () =>
      deepElements(element.shadowRoot!).find(
        (one): one is HTMLElementTagNameMap['rv-dialog'] =>
          one.matches('rv-dialog') && (one as HTMLElementTagNameMap['rv-dialog']).open,
      );

    control(element, 'Relive it').click();
    await until(openDialog, 'a question');
    expect(services.calls).to.deep.equal([]);
    control(openDialog()!.shadowRoot!.querySelector('dialog')!, 'Keep it').click();

    await until(() => !openDialog(), 'no question');
    control(element, 'Delete it').click();
    await until(openDialog, 'a question');
    expect(await services.journal.draft('recall')).not.to.equal(null);
    deepElements(openDialog()!.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('.danger'))!
      .click();
    await until(() => !deepText(element).includes('in the middle'), 'the card to go');
    expect(await services.journal.draft('recall')).to.equal(null);
  });

  it('says that what was to be discarded is still there, and begins nothing in its place', async () => {
    const services = new FakeServices(sampleEntries(3));
    await keepDraft(services);
    let asked = 0;
    services.drafts.discard = () => {
      asked += 1;
      return Promise.reject(new Failure('save-failed', 'read-only'));
    };
    const element = await today(services);
    const confirm = () =>
      deepElements(element.shadowRoot!)
        .filter((one) => one.matches('rv-dialog') && (one as HTMLElementTagNameMap['rv-dialog']).open)
        .flatMap((one) => deepElements(one.shadowRoot!))
        .find((one): one is HTMLElement => one.matches('.danger'));
    const noticed = () => deepText(element).includes('Nothing was deleted');

    control(element, 'Delete it').click();
    await until(confirm, 'a question');
    confirm()!.click();
    await until(noticed, 'a notice');
    await expectAccessible(element);

    control(element, 'Relive it').click();
    await until(confirm, 'a question');
    confirm()!.click();
    await until(() => asked === 2 && noticed(), 'the notice anew');
    expect(services.calls).to.deep.equal([]);
    expect(paths).to.deep.equal([]);
  });

  it('never shows an empty journal when it could not be read', async () => {
    const services = new FakeServices(sampleEntries(3));
    const { Failure } = await import('../../../app/domain/failure/failure');
    services.journal.failure = new Failure('journal-unreadable', 'detail');
    const element = await today(services);
    expect(heading(element)).to.equal('Part of the journal couldn’t be read.');
    expect(deepText(element)).not.to.contain('Relive');
    await expectAccessible(element);
  });

  it('shows the day and its question again once it is seen on another day', async () => {
    const services = new FakeServices(sampleEntries(3));
    const element = await today(services);
    await until(
      () => deepText(element).includes('22 November') || deepText(element).includes('November 22'),
      'the day',
    );
    services.clock.epochMs = () => NOW_MS + 2 * 86_400_000;
    await until(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      return /24 November|November 24/.test(deepText(element));
    }, 'two days later');
  });

  it('takes no entry for the last one that is not to come for years', async () => {
    const far = sampleRecall({ id: 'far', startedAt: momentAt(Date.UTC(2206, 2, 27), ZONE) });
    const element = await today(new FakeServices([far, ...sampleEntries(2)]));
    await until(() => deepQuery(element.shadowRoot!, 'rv-entry-row'), 'the last entry');
    expect(deepText(deepQuery(element.shadowRoot!, 'rv-entry-row')!)).not.to.contain('2206');
  });
});
