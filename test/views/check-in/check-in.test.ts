import { expect } from 'chai';
import type { Entry } from '../../../app/domain/entry/entry';
import { Failure } from '../../../app/domain/failure/failure';
import { momentAt } from '../../../app/domain/moment/moment';
import '../../../app/views/check-in/check-in';
import type { CheckIn } from '../../../app/views/check-in/check-in';
import { checkInDraft } from '../../journal/support/samples';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { FakeJournal } from '../../support/fake-journal';
import { FakeServices } from '../../support/fake-services';
import { until } from '../../support/mount';
import { provideServices } from '../../support/provide-services';
import { NOW_MS, ZONE } from '../../support/sample-entries';

describe('rv-check-in', () => {
  let services: FakeServices;
  let host: HTMLElement;
  let view: CheckIn;
  const keep = (): HTMLButtonElement => view.renderRoot.querySelector('.primary')!;
  const slide = async (scale: string, raw: number): Promise<void> => {
    const slider = view.renderRoot.querySelector<HTMLElementTagNameMap['rv-affect-slider']>(`[scale=${scale}]`)!;
    await slider.updateComplete;
    const input = slider.renderRoot.querySelector('input')!;
    input.value = String(raw);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await view.updateComplete;
  };
  const kept = (): Entry => [...services.journal.entries.values()].at(-1)!;
  /** Resolves when the view has rendered what came of saving. */
  const saved = async (): Promise<void> => {
    keep().click();
    await new Promise((resolve) => setTimeout(resolve));
    await view.updateComplete;
  };

  /** Its first question is there once what check-ins take is. */
  const shown = () => until(() => view.renderRoot.querySelector('h1'), 'the question');

  beforeEach(async () => {
    await appStyles();
    services = new FakeServices();
    host = provideServices(services);
    view = document.createElement('rv-check-in');
    host.append(view);
    document.body.append(host);
    await shown();
  });
  afterEach(() => host.remove());

  it('is kept in three taps: two sliders and Keep', async () => {
    expect(keep().disabled).to.equal(true);
    await slide('valence', 75);
    await slide('arousal', 30);
    await saved();
    const { report, startedAt } = kept();
    expect(report.valence!.value).to.equal(0.5);
    expect(report.arousal!.raw).to.equal(30);
    expect(startedAt.epochMs).to.equal(NOW_MS);
    expect(view.renderRoot.querySelector('h1')!.textContent).to.equal('Saved.');
    expect(view.shadowRoot!.activeElement).to.equal(view.renderRoot.querySelector('h1'));
  });

  it('keeps null for a slider that was left alone', async () => {
    await slide('arousal', 50);
    await saved();
    expect(kept().report.valence).to.equal(null);
    expect(kept().report.arousal!.value).to.equal(0);
  });

  it('is rated on the pad by a person who chose that: one mark, kept as the pad’s own numbers', async () => {
    services.settings.now = { ...services.settings.now, affect: 'pad' };
    view.requestUpdate();
    await until(() => view.renderRoot.querySelector('rv-affect-pad'), 'the pad');
    const pad = view.renderRoot.querySelector('rv-affect-pad')!;
    expect(view.renderRoot.querySelector('rv-affect-slider')).to.equal(null);
    await pad.updateComplete;
    pad.renderRoot.querySelector<HTMLElement>('[data-valence="8"][data-arousal="3"]')!.click();
    await view.updateComplete;
    await saved();
    const { valence, arousal } = kept().report;
    expect(valence).to.deep.equal({
      value: 0.75,
      raw: 8,
      bounds: [1, 9],
      instrument: 'reverie-pad',
      instrumentVersion: 1,
    });
    expect([arousal!.raw, arousal!.value]).to.deep.equal([3, -0.5]);
  });

  it('loses nothing when it cannot be kept, and tries again', async () => {
    await slide('valence', 20);
    const save = services.journal.save;
    services.journal.save = () => Promise.reject(new Failure('journal-full'));
    await saved();
    const notice = view.renderRoot.querySelector('rv-notice')!;
    expect(notice.what).to.contain('no room');
    services.journal.save = save;
    await saved();
    expect(kept().report.valence!.raw).to.equal(20);
    expect(view.renderRoot.querySelector('h1')!.textContent).to.equal('Saved.');
  });

  it('goes on with one that was cut off, and one that is left waits in its draft', async () => {
    view.remove();
    (await services.checkIns()).start({ ...checkInDraft(), startedAt: momentAt(NOW_MS - 60_000, ZONE) });
    const again = document.createElement('rv-check-in');
    view = again;
    host.append(view);
    await shown();
    await slide('arousal', 30);
    view.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const draft = (await services.journal.draft('check-in'))!;
    expect(draft.report.arousal!.raw).to.equal(30);
    expect(draft.report.feelings).to.deep.equal(checkInDraft().report.feelings);
    expect(draft.startedAt.epochMs).to.equal(NOW_MS - 60_000);
    expect(services.journal.entries.size).to.equal(0);
  });

  it('says where it could not be fetched, and begins when it is tried again', async () => {
    view.remove();
    const { checkIns } = services;
    services.checkIns = () => Promise.reject(new Failure('not-fetched', 'offline'));
    view = document.createElement('rv-check-in');
    host.append(view);
    await until(() => view.renderRoot.querySelector('rv-notice'), 'the notice');
    expect(view.renderRoot.querySelector('rv-notice')!.what).to.contain('couldn’t be loaded');
    await expectAccessible(view);
    services.checkIns = checkIns;
    view.renderRoot.querySelector<HTMLButtonElement>('button')!.click();
    await until(() => view.renderRoot.querySelector('rv-feeling-picker'), 'the questions');
  });

  describe('closed while there is no room', () => {
    const close = async (words: string): Promise<void> => {
      const buttons = [...view.renderRoot.querySelectorAll<HTMLButtonElement>('button.link')];
      buttons.find(({ textContent }) => textContent?.trim() === words)!.click();
      await new Promise((resolve) => setTimeout(resolve));
      await view.updateComplete;
    };
    const { keepDraft } = FakeJournal.prototype;
    let paths: string[];

    beforeEach(async () => {
      paths = [];
      host.addEventListener('rv-navigate', ({ detail }) => paths.push(detail.path));
      services.journal.keepDraft = () => Promise.reject(new Failure('journal-full'));
      await slide('valence', 20);
      await close('Close');
    });

    it('stays, says what is safe and what to do, and closes once there is', async () => {
      expect(paths).to.deep.equal([]);
      const { what, safe, next } = view.renderRoot.querySelector('rv-notice')!;
      expect(what).to.contain('no room');
      expect(safe).to.contain('still here on the screen');
      expect(next).to.contain('Free up some space');
      await expectAccessible(view);
      services.journal.keepDraft = keepDraft;
      await close('Close');
      expect(paths).to.deep.equal(['/']);
      expect((await services.journal.draft('check-in'))!.report.valence!.raw).to.equal(20);
    });

    it('closes without keeping it where the person says so', async () => {
      const { entryId } = (await services.checkIns()).underWay!;
      await close('Close without saving');
      expect(paths).to.deep.equal(['/']);
      expect((await services.checkIns()).underWay).to.equal(null);
      expect(services.calls, 'nor is an older draft of it').to.deep.include(['discard', entryId]);
    });

    it('is still there for whoever went another way and comes back', async () => {
      view.remove();
      await new Promise((resolve) => setTimeout(resolve));
      view = document.createElement('rv-check-in');
      host.append(view);
      await shown();
      services.journal.keepDraft = keepDraft;
      await close('Close');
      expect((await services.journal.draft('check-in'))!.report.valence!.raw).to.equal(20);
    });
  });

  it('has no axe violation, before and after in light and dark', async () => {
    await expectAccessible(view);
    await slide('valence', 75);
    await saved();
    await expectAccessible(view);
  });

  it('takes a note and an earlier time, which its draft keeps', async () => {
    await slide('valence', 75);
    view.renderRoot.querySelector<HTMLButtonElement>('.more')!.click();
    const more = () => view.renderRoot.querySelector('rv-check-in-more');
    await until(() => more()?.renderRoot.querySelector('textarea'), 'the rest');
    // At the end of the page nothing lies under the bar with Save.
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await expectAccessible(view);
    const tags = more()!.renderRoot.querySelector('rv-tag-picker')!;
    await tags.updateComplete;
    const place = tags.renderRoot.querySelectorAll('input')[1]!;
    place.value = 'the lake';
    place.form!.requestSubmit();
    const feelings = more()!.renderRoot.querySelector('rv-more-feelings')!;
    await feelings.updateComplete;
    feelings.renderRoot.querySelector('details')!.open = true;
    await until(() => feelings.renderRoot.querySelector('.chip'), 'all feelings');
    feelings.renderRoot.querySelector<HTMLElement>('[title^="Wide awake"]')!.click();
    const note = more()!.renderRoot.querySelector('textarea')!;
    note.value = 'Swimming';
    note.dispatchEvent(new InputEvent('input'));
    await view.updateComplete;
    const time = more()!.renderRoot.querySelector<HTMLInputElement>('input')!;
    expect(view.renderRoot.querySelector('rv-feeling-picker')!.feelings.map(({ name }) => name)).to.deep.equal([
      'alive',
    ]);
    time.value = '2026-11-21T20:00';
    time.dispatchEvent(new Event('change'));
    await saved();
    expect(kept().report.note).to.equal('Swimming');
    expect(kept().report.tags).to.deep.equal([{ kind: 'place', name: 'the lake' }]);
    expect(kept().report.feelings).to.deep.equal([{ name: 'alive', intensity: 3 }]);
    expect(kept().startedAt.epochMs).to.equal(Date.UTC(2026, 10, 21, 19));
    expect(kept().savedAt.epochMs).to.equal(NOW_MS);
  });

  it('with answers of an earlier day asks about that day, and can be about now instead', async () => {
    host.remove();
    services = new FakeServices();
    const startedAt = momentAt(NOW_MS - 2 * 86_400_000, ZONE);
    (await services.checkIns()).start({ ...checkInDraft(), startedAt });
    host = provideServices(services);
    view = document.createElement('rv-check-in');
    host.append(view);
    document.body.append(host);
    await shown();
    const heading = (): string => view.renderRoot.querySelector('h1')!.textContent!.trim();
    await until(() => heading().startsWith('How were you? Friday'), 'Friday');
    [...view.renderRoot.querySelectorAll('button')]
      .find(({ textContent }) => textContent!.includes('right now'))!
      .click();
    await view.updateComplete;
    expect(heading()).to.equal('How are you right now?');
    await saved();
    expect(kept().startedAt.epochMs).to.equal(NOW_MS);
  });
});
