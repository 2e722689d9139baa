import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../app/views/check-in/check-in';
import type { CheckIn } from '../../app/views/check-in/check-in';
import '../../app/views/entry/entry';
import '../../app/views/import/import';
import '../../app/views/settings/imports';
import '../../app/views/settings/settings';
import '../../app/views/today/install-card';
import '../../app/views/today/today';
import type { RvToday } from '../../app/views/today/today';
import { speak } from '../../app/words/locale';
import { appStyles } from '../support/app-styles';
import { FakeServices } from '../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../support/mount';
import { type MountedRecall, mountRecall } from '../support/mount-recall';
import { sampleRecall } from '../support/sample-entries';
import { sessionState } from '../support/session-states';
import { coveredControls } from './covered-controls';
import { chooseFile } from './import/choose-file';

const PHONE = { width: 390, height: 844 };

/** How a screen is looked at: a phone upright, on its side, a very small one, a laptop, and a phone with text twice as large. */
const LOOKS = [
  { ...PHONE, text: '' },
  { width: 844, height: 390, text: '' },
  { width: 320, height: 568, text: '' },
  { width: 1280, height: 800, text: '' },
  { ...PHONE, text: '200%' },
] as const;

/** One of each screen of a recall. */
const SCREENS = [
  'consent',
  'prepare-asking',
  'prepare-download',
  'prepare-ok',
  'failure-camera-refused',
  'prepare-aloud',
  'baseline',
  'talking',
  'choose',
  'choose-named',
  'recall',
  'recall-paused',
  'support',
  'rest',
  'report',
  'review',
  'review-without',
  'review-failed',
  'saved-heavy',
] as const;

async function expectReachable(root: ParentNode, name: string): Promise<void> {
  for (const { text, ...size } of LOOKS) {
    await setViewport(size);
    document.documentElement.style.fontSize = text;
    await new Promise(requestAnimationFrame);
    expect(coveredControls(root), `${name} at ${size.width}x${size.height} ${text}`).to.deep.equal([]);
    expect(document.documentElement.scrollWidth, `${name} sideways at ${size.width} ${text}`).to.be.at.most(size.width);
  }
}

describe('at every size each control can be scrolled to, and nothing lies over it', () => {
  let screen: MountedRecall | null = null;
  before(() => appStyles());
  afterEach(() => {
    document.documentElement.style.fontSize = '';
    screen?.remove();
    screen = null;
    unmountAll();
  });
  after(() => setViewport({ width: 800, height: 600 }));

  for (const name of SCREENS) {
    it(name, async () => {
      screen = await mountRecall(sessionState(name));
      await expectReachable(screen.host, name);
    });
  }

  it('the other pages of the report', async () => {
    screen = await mountRecall(sessionState('report-filled'));
    for (const page of ['feelings', 'words']) {
      await screen.press('Continue');
      await expectReachable(screen.host, page);
    }
  });

  it('the course of the face, once it is unfolded', async () => {
    screen = await mountRecall(sessionState('review'));
    screen.root.querySelector<HTMLElement>('summary')!.click();
    await until(() => deepQuery(screen!.host, 'canvas'), 'the chart');
    await expectReachable(screen.host, 'review, unfolded');
  });

  it('a check-in, with all that it can ask', async () => {
    const view = await mount<CheckIn>(html`<rv-check-in></rv-check-in>`, new FakeServices());
    await until(() => view.renderRoot.querySelector('h1'), 'its questions');
    await expectReachable(view.parentElement!, 'check-in');
    control(view, 'Feelings, tags, note, time').click();
    await until(() => view.renderRoot.querySelector('rv-check-in-more'), 'the other questions');
    await expectReachable(view.parentElement!, 'check-in, unfolded');
  });

  it('Today, with the way to the home screen on iOS', async () => {
    const services = new FakeServices();
    services.shell.change({ manualInstall: true });
    const view = await mount<RvToday>(html`<rv-today></rv-today>`, services);
    await until(() => view.renderRoot.querySelector('h1'), 'Today');
    await expectReachable(view.parentElement!, 'Today');
  });

  it('Today of a newcomer, with the question of the day on its drawing', async () => {
    const view = await mount<RvToday>(html`<rv-today></rv-today>`, new FakeServices());
    await until(() => deepText(view).includes('Today’s question'), 'the question');
    await expectReachable(view.parentElement!, 'Today, first');
  });

  it('an import: the file, what can be decided, what differs, and taking it back', async () => {
    const services = new FakeServices();
    const view = await mount(html`<rv-import></rv-import>`, services);
    const shows = (words: string) => until(() => deepText(view).includes(words), words);
    const table = (note: string) =>
      `date,mood,note,colour\n3/4/2021,an uncommonly long mood,${note},red\n5/6/2021,good,,\nsoon,good,x,`;
    for (const summary of deepElements(view.shadowRoot!).filter((one) => one.matches('summary')))
      (summary as HTMLElement).click();
    await shows('Save an example');
    await expectReachable(view.parentElement!, 'import, unfolded');
    chooseFile(view, table('one'));
    await shows('How dates are written');
    await expectReachable(view.parentElement!, 'import, what can be decided');
    control(view, 'Add 2 entries').click();
    await shows('2 entries were added.');
    await expectReachable(view.parentElement!, 'import, done');
    control(view, 'Import another file').click();
    await shows('Choose a file');
    chooseFile(view, table('another one'));
    await shows('Where the file differs');
    await expectReachable(view.parentElement!, 'import, what differs');
    unmountAll();
    const past = await mount(html`<rv-settings-imports></rv-settings-imports>`, services);
    await until(() => deepText(past).includes('export.csv'), 'the import');
    await expectReachable(past.parentElement!, 'what was imported');
  });

  it('Settings, with the ways to what a person comes for', async () => {
    const view = await mount(html`<rv-settings></rv-settings>`, new FakeServices());
    await until(() => deepQuery(view.shadowRoot!, 'fieldset'), 'the settings');
    control(view, 'Reminders').click();
    await until(() => deepText(view).includes('When to remind you'), 'what is folded');
    await expectReachable(view.parentElement!, 'Settings');
  });
});

/** Those with the longest words beside each other. */
const WIDEST = ['choose-when', 'recall', 'report-filled', 'report-words', 'review'] as const;

describe('in German, in text twice as large on a small phone, nothing runs out of the page', () => {
  const expectWithin = async (name: string): Promise<void> => {
    await new Promise(requestAnimationFrame);
    expect(document.documentElement.scrollWidth, name).to.be.at.most(360);
  };
  before(async () => {
    await appStyles();
    await speak('de');
    await setViewport({ width: 360, height: 640 });
    document.documentElement.style.fontSize = '200%';
  });
  afterEach(() => unmountAll());
  after(async () => {
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
    await speak('en');
  });

  it('in a recall', async () => {
    for (const name of WIDEST) {
      const screen = await mountRecall(sessionState(name));
      await expectWithin(name);
      screen.remove();
    }
  });

  it('in a check-in, an entry and Settings', async () => {
    await mount<CheckIn>(html`<rv-check-in></rv-check-in>`, new FakeServices());
    await until(() => deepQuery(document.body, 'rv-affect-slider'), 'its questions');
    await expectWithin('check-in');
    unmountAll();
    const services = new FakeServices([sampleRecall()]);
    (await services.undos()).offer({ what: 'edited', entryId: 'recall-1', undo: async () => {} });
    await mount(html`<rv-entry .entryId=${'recall-1'}></rv-entry>`, services);
    await until(() => deepQuery(document.body, '.facts dd') && deepQuery(document.body, '.card > .less'), 'the entry');
    await expectWithin('entry');
    unmountAll();
    const settings = await mount(html`<rv-settings></rv-settings>`, new FakeServices());
    await until(() => deepQuery(settings.shadowRoot!, 'fieldset'), 'the settings');
    await expectWithin('Settings');
  });
});
