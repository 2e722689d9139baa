import 'axe-core';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../app/views/shell/app-shell';
import '../../app/views/shell/journal-failure';
import { FAILURES, Failure } from '../../app/domain/failure/failure';
import { speak } from '../../app/words/locale';
import { appStyles } from '../support/app-styles';
import { deepElements, deepQuery, until } from '../support/mount';
import { mountRecall } from '../support/mount-recall';
import { PLACES, SITUATIONS } from '../support/preview/choices';
import { sampleServices } from '../support/preview/sample-services';
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

/** Names, and what the person of the sample data typed. */
const PLAIN = ['Reverie'];

/** Resolves when all that is below `root` has drawn itself. */
async function drawn(root: ParentNode): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await Promise.all(deepElements(root).map((one) => (one as { updateComplete?: Promise<unknown> }).updateComplete));
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
      await drawn(document.body);
      const faults = shownFaults({ rtl, plain: PLAIN });
      found.push(...faults.map((fault) => `${code} ${size.width}: ${fault}`));
    }
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    found.push(
      ...violations.map(({ id, nodes }) => `${code}: ${id}: ${nodes.map(({ target }) => target).join(' | ')}`),
    );
  }
  return found;
}

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
    it(`recall, ${name}`, async () => {
      const screen = await mountRecall(sessionState(name));
      expect(await look()).to.deep.equal([]);
      screen.remove();
    });
  }

  for (const situation of SITUATIONS.filter((one) => one !== 'closed')) {
    for (const [place, path] of Object.entries(PLACES)) {
      it(`${place}, ${situation}`, async () => {
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
