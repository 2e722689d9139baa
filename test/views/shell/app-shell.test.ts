import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { emptyReport } from '../../../app/domain/report/report';
import type { RvApp } from '../../../app/views/shell/app-shell';
import '../../../app/views/shell/app-shell';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { FakeSession } from '../../support/fake-session';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleCheckIn, sampleEntries, sampleRecall } from '../../support/sample-entries';
import { sessionState } from '../../support/session-states';

describe('rv-app', () => {
  const startedAt = location.href;
  let services: FakeServices;

  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  beforeEach(() => {
    services = new FakeServices(sampleEntries(8));
  });
  afterEach(() => {
    unmountAll();
    history.replaceState({}, '', startedAt);
  });

  async function open(path: string, heading = 'h1'): Promise<RvApp> {
    history.replaceState({}, '', path);
    const app = await mount<RvApp>(html`<rv-app .services=${services}></rv-app>`);
    await until(() => deepQuery(app.shadowRoot!, heading), `${heading} of ${path}`);
    return app;
  }

  const tab = (app: RvApp, words: string): HTMLAnchorElement =>
    deepElements(app.shadowRoot!).find(
      (one): one is HTMLAnchorElement => one.matches('nav .tab') && deepText(one) === words,
    )!;

  /** The element that has the focus, through every shadow root. */
  function focused(): Element | null {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  it('goes by the tabs: address, title, current tab, and the focus at the new heading', async () => {
    const app = await open('/');
    expect(focused()?.localName).not.to.equal('h1');
    tab(app, 'History').click();
    await until(() => deepQuery(app.shadowRoot!, 'rv-history'), 'history');
    await until(() => focused()?.localName === 'h1', 'the focus at the heading');
    expect(location.pathname).to.equal('/history');
    expect(document.title).to.equal('History · Reverie');
    expect(tab(app, 'History').getAttribute('aria-current')).to.equal('page');
    expect(tab(app, 'Today').hasAttribute('aria-current')).to.equal(false);
  });

  for (const { path, heading, title } of [
    { path: '/entry/named', heading: 'First snow on the hill', title: 'Entry · Reverie' },
    { path: '/entry/noted', heading: 'Told nobody', title: 'Entry · Reverie' },
    { path: '/insights', heading: 'Your face and your words', title: 'Insights · Reverie' },
    { path: '/recall', heading: 'Your face went', title: 'Recall · Reverie' },
  ]) {
    it(`is called “${title}” for the browser, never “${heading}”`, async () => {
      const noted = sampleCheckIn({ id: 'noted', report: { ...emptyReport(), note: 'Told nobody' } });
      services = new FakeServices([...sampleEntries(34), sampleRecall({ id: 'named' }), noted]);
      services.session = new FakeSession(sessionState('review'));
      document.title = '';
      const titles = new Set<string>();
      const watch = new MutationObserver(() => titles.add(document.title));
      watch.observe(document.head, { subtree: true, childList: true, characterData: true });
      const app = await open(path);
      await until(() => deepText(deepQuery(app.shadowRoot!, 'h1')!).startsWith(heading), heading);
      watch.disconnect();
      expect([...titles].filter(Boolean)).to.deep.equal([title]);
    });
  }

  for (const path of ['/', '/history', '/insights', '/settings', '/entry/entry-0', '/check-in', '/import', '/print']) {
    it(`opens at ${path} and is accessible`, async () => {
      const app = await open(path);
      await expectAccessible(app, { page: true });
    });
  }

  it('goes to today from an address it does not know', async () => {
    const app = await open('/nowhere/at/all');
    expect(location.pathname).to.equal('/');
    expect(deepQuery(app.shadowRoot!, 'rv-today')).to.exist;
  });

  it('can be walked through by keyboard alone, starting with the way past the tabs', async () => {
    const app = await open('/');
    document.body.focus();
    await sendKeys({ press: 'Tab' });
    expect(deepText(focused()!)).to.equal('Skip to content');
    await sendKeys({ press: 'Enter' });
    expect(focused()?.localName).to.equal('main');
    tab(app, 'Settings').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => location.pathname === '/settings', 'settings');
  });

  it('calls nobody away from a session: no tabs, no update', async () => {
    services.shell.change({ updateReady: true });
    const app = await open('/check-in');
    expect(deepQuery(app.shadowRoot!, 'nav')).to.equal(null);
    expect(deepText(app)).not.to.contain('A new version');
  });

  it('offers an update and forces nothing', async () => {
    services.shell.change({ updateReady: true });
    const app = await open('/');
    await expectAccessible(app, { page: true });
    control(app, 'Later').click();
    await app.updateComplete;
    expect(deepText(app)).not.to.contain('A new version');
    expect(services.shell.calls).to.deep.equal([]);

    const again = await open('/');
    control(again, 'Update').click();
    expect(services.shell.calls).to.deep.equal(['update']);
  });

  it('says once that it works without a network, and when there is none', async () => {
    services.shell.change({ offlineReady: false });
    const app = await open('/');
    services.shell.change({ offlineReady: true });
    await until(() => deepText(app).includes('Ready to use offline.'), 'the word about it');
    services.shell.change({ online: false });
    await app.updateComplete;
    expect(deepText(app)).to.contain('Offline, and everything works');
  });

  it('comes back to where the list was left', async () => {
    services = new FakeServices(sampleEntries(40));
    const app = await open('/history');
    window.scrollTo(0, 900);
    deepElements(app.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('a[href^="/entry/"]'))!
      .click();
    await until(
      () => deepQuery(app.shadowRoot!, 'rv-entry h1, rv-entry') && location.pathname.startsWith('/entry/'),
      'the entry',
    );
    await until(() => window.scrollY === 0, 'the top of the entry');
    history.back();
    await until(() => deepQuery(app.shadowRoot!, 'rv-history'), 'the list');
    await until(() => Math.abs(window.scrollY - 900) < 2, 'the place in the list');
  });

  it('has room for its tabs and for what it says at the top, at 320 px with text twice as large', async () => {
    await setViewport({ width: 320, height: 568 });
    document.documentElement.style.fontSize = '200%';
    try {
      const app = await open('/');
      const inside = (selector: string) =>
        deepElements(app.shadowRoot!).filter((one) => one.matches(selector) && one.checkVisibility());
      const boxes = inside('nav .tab span').map((word) => word.getBoundingClientRect());
      expect(boxes).to.have.length(4);
      for (const [at, box] of boxes.entries())
        expect(box.right, `word ${at + 1}`).to.be.at.most(boxes[at + 1]?.left ?? innerWidth);
      const [status] = inside('.top rv-status');
      expect(status!.getBoundingClientRect().right, 'what is said at the top').to.be.at.most(innerWidth);
      expect(inside('.skip')[0]!.getBoundingClientRect().bottom, 'the way past the tabs').to.be.below(-20);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    } finally {
      document.documentElement.style.fontSize = '';
      await setViewport({ width: 800, height: 600 });
    }
  });
});
