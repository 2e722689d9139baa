import 'axe-core';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, render } from 'lit';
import '../../app/views/shell/app-shell';
import '../../app/views/shell/journal-failure';
import { FAILURES, Failure } from '../../app/domain/failure/failure';
import { speak } from '../../app/words/locale';
import { appStyles } from '../support/app-styles';
import { deepElements, deepQuery, until } from '../support/mount';
import { mountRecall } from '../support/mount-recall';
import { PLACES, type Situation } from '../support/preview/choices';
import { sampleServices } from '../support/preview/sample-services';
import { sampleEntries, sampleFace } from '../support/sample-entries';
import { SESSION_STATES, sessionState } from '../support/session-states';
import { shownFaults } from '../support/shown-faults';

declare const axe: typeof import('axe-core');

const SIZES = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
] as const;
const LANGUAGES = [
  { code: 'ru-XA', rtl: false },
  { code: 'ar-XB-u-nu-arab', rtl: true },
] as const;

/** Names, versions, and what the person of the sample data typed. */
const PLAIN = [
  'Reverie',
  'Daylio',
  '0.1.0',
  ...Object.values(sampleFace().summary?.models ?? {}),
  ...(sessionState('choose-people').report.tags ?? []).map(({ name }) => name),
  ...sampleEntries(34).flatMap(({ report, ...entry }) => [
    ...report.note.split('\n'),
    ...('memory' in entry ? [entry.memory.title] : []),
  ]),
].filter((text) => text !== '');

/** Resolves when all that is on the page has drawn itself. */
async function drawn(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await Promise.all(deepElements(document.body).map((one) => (one as { updateComplete?: unknown }).updateComplete));
    await new Promise(requestAnimationFrame);
  }
}

/** What is wrong with the page in both directions and both sizes. */
async function look(): Promise<string[]> {
  const found: string[] = [];
  for (const { code, rtl } of LANGUAGES) {
    await speak(code);
    for (const size of SIZES) {
      await setViewport(size);
      await drawn();
      found.push(...shownFaults({ rtl, plain: PLAIN }).map((fault) => `${code} ${size.width}: ${fault}`));
    }
  }
  // English is looked at by the tests of each screen.
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return [...found, ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)];
}

/** The situations in which a place says what it does not say in the usual one. */
const SITUATIONS: Readonly<Record<string, readonly Situation[]>> = {
  today: ['usual', 'first', 'few', 'draft', 'update', 'install', 'ios', 'offline', 'failed'],
  history: ['usual', 'first', 'unreadable', 'failed'],
  entry: ['usual', 'failed'],
  insights: ['usual', 'first', 'few', 'updated-model', 'failed'],
  settings: ['usual', 'first', 'device'],
  import: ['usual'],
  print: ['usual', 'updated-model'],
  restore: ['usual'],
  'set-a-passphrase': ['usual'],
};

// See: [Note: The pseudo-locale]
describe('in a language that is longer, accented, and runs either way', () => {
  const startedAt = location.href;
  before(async () => {
    await appStyles();
    await speak('ru-XA');
  });
  afterEach(() => {
    document.body.replaceChildren();
    history.replaceState({}, '', startedAt);
  });
  after(async () => {
    await speak('en');
    await setViewport({ width: 800, height: 600 });
  });

  for (const name of Object.keys(SESSION_STATES)) {
    it(`recall: ${name}`, async () => {
      await mountRecall(sessionState(name));
      expect(await look()).to.deep.equal([]);
    });
  }

  for (const [place, path] of Object.entries(PLACES)) {
    for (const situation of SITUATIONS[place]!) {
      it(`${place}: ${situation}`, async () => {
        history.replaceState({}, '', path);
        const app = Object.assign(document.createElement('rv-app'), { services: await sampleServices(situation) });
        document.body.append(app);
        await until(() => deepQuery(app.shadowRoot!, 'h1, rv-notice'), `${place}, ${situation}`);
        expect(await look()).to.deep.equal([]);
      });
    }
  }

  for (const code of FAILURES) {
    it(`the journal does not open: ${code}`, async () => {
      document.body.append(Object.assign(document.createElement('rv-journal-failure'), { failure: new Failure(code) }));
      expect(await look()).to.deep.equal([]);
    });
  }
});

describe('shownFaults', () => {
  const stage = document.createElement('div');
  beforeEach(async () => {
    await setViewport({ width: 360, height: 640 });
    document.body.append(stage);
  });
  afterEach(() => stage.remove());

  const faults = (template: ReturnType<typeof html>, expected = { rtl: false, plain: ['Ana'] }): string[] => {
    render(template, stage);
    for (const element of stage.querySelectorAll<HTMLElement>('[data-css]'))
      element.style.cssText = element.dataset.css!;
    return shownFaults(expected).map((fault) => fault.split(':')[0]!);
  };

  it('sees what is cut, what sticks out, and what lies on other text', () => {
    expect(
      faults(html`<p data-css="width: 60px; overflow: hidden; white-space: nowrap">čččččč čččččč čččččč</p>`),
    ).to.include('cut off');
    expect(
      faults(html`<p data-css="width: 60px; white-space: nowrap; background: red">čččččč čččččč čččččč</p>`),
    ).to.deep.equal(['sticks out of its box']);
    expect(
      faults(html`<p data-css="margin-left: 300px; white-space: nowrap">čččččč čččččč čččččč</p>`),
    ).to.include.members(['outside the screen', 'the page can be pushed sideways']);
    expect(faults(html`<p data-css="margin: 0">ččč</p><p data-css="margin: -20px 0 0">ččč</p>`)).to.deep.equal([
      'lies on “ččč”',
    ]);
    expect(
      faults(
        html`<p data-css="display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; width: 60px">čččččč čččččč</p>`,
      ),
    ).to.include('cut off');
  });

  it('sees what a field has no room for', () => {
    const narrow = 'width: 60px; box-sizing: border-box';
    expect(faults(html`<input aria-label="ñ" data-css=${narrow} placeholder="čččččč čččččč">`)).to.deep.equal([
      'cut off',
    ]);
    expect(
      faults(html`<select aria-label="ñ" data-css=${narrow}><option>čččččč čččččč</option></select>`),
    ).to.deep.equal(['cut off']);
    expect(faults(html`<input aria-label="ñ" placeholder="ččč">`)).to.deep.equal([]);
  });

  it('sees what is not of the language, in text and in what is said of a control', () => {
    expect(faults(html`<p>Save</p>`)).to.deep.equal(['left in English']);
    expect(faults(html`<button aria-label="Save">×</button>`)).to.deep.equal(['left in English']);
    expect(faults(html`<p>Ana</p>`)).to.deep.equal([]);
    const rtl = { rtl: true, plain: [] };
    expect(faults(html`<p>12</p>`, rtl)).to.deep.equal(['a number no formatter wrote']);
    expect(faults(html`<p>šáṽé</p>`, rtl)).to.deep.equal(['of another language']);
    expect(faults(html`<p>\u202ešáṽé\u202c</p>`)).to.deep.equal(['of another language']);
  });

  it('leaves alone what is as it should be', () => {
    expect(
      faults(
        html`<p>šáṽé</p><div data-css="overflow: auto; height: 40px"><p data-css="height: 90px">ñéẋţ</p><p>ñéẋţ</p></div>`,
      ),
    ).to.deep.equal([]);
  });
});
