import { expect } from 'chai';
import { html } from 'lit';
import '../../app/views/insights';
import { findingWords } from '../../app/views/finding-words';
import { expectAccessible } from '../support/accessible';
import { FakeServices } from '../support/fake-services';
import { deepQuery, deepText, mount, unmountAll, until } from '../support/mount';
import { sampleEntries } from '../support/sample-entries';

afterEach(unmountAll);

async function insights(services: FakeServices): Promise<HTMLElement> {
  const element = await mount(html`<rv-insights></rv-insights>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
  return element;
}

describe('findingWords', () => {
  it('carries n and the interval wherever it says something', () => {
    const known = { r: 0.58, low: 0.278, high: 0.778, n: 30, quieterFace: true };
    const { heading, sentence } = findingWords({ kind: 'together', ...known });
    expect(heading).to.equal('Your face and your words mostly move together.');
    expect(sentence.replaceAll('\u00a0', ' ')).to.equal(
      'In 30 recalls they rose and fell together (r = 0.58, 95 % 0.28 to 0.78). Your face shows smaller differences than your words.',
    );
    expect(findingWords({ kind: 'together', ...known, r: 0.49 }).heading).to.contain('a little');
    for (const kind of ['apart', 'unclear'] as const)
      expect(findingWords({ kind, ...known }).sentence).to.match(/30 recalls.*0\.28 to 0\.78/);
  });

  it('says how much is missing instead of guessing', () => {
    expect(findingWords({ kind: 'too-few', n: 0, missing: 10 }).sentence).to.match(/^There is no recall .* 10 more/);
    expect(findingWords({ kind: 'too-few', n: 1, missing: 9 }).sentence).to.match(/^There is one recall .* 9 more/);
    expect(findingWords({ kind: 'too-few', n: 9, missing: 1 }).sentence).to.match(/^There are 9 recalls .* One more/);
  });

  it('says what has always been the same', () => {
    expect(findingWords({ kind: 'no-spread', n: 12, which: 'self' }).sentence).to.contain('rating');
    expect(findingWords({ kind: 'no-spread', n: 12, which: 'face' }).sentence).to.contain('face');
  });
});

describe('rv-insights', () => {
  it('says the finding, draws it, and is accessible', async () => {
    const element = await insights(new FakeServices(sampleEntries(34)));
    expect(deepText(deepQuery(element.shadowRoot!, 'h1')!)).to.contain('Your face and your words');
    expect(deepQuery(element.shadowRoot!, 'rv-valence-chart')).to.exist;
    await expectAccessible(element);
  });

  it('opens no entry for it: the outlines have all that is drawn', async () => {
    const services = new FakeServices(sampleEntries(34));
    services.journal.list = () => Promise.reject(new Error('opened every entry'));
    const element = await insights(services);
    expect(deepQuery(element.shadowRoot!, 'rv-valence-chart')).to.exist;
  });

  it('says what is missing while there is too little', async () => {
    const element = await insights(new FakeServices(sampleEntries(3)));
    expect(deepText(element)).to.contain('It is too early to say.').and.to.contain('7 more');
  });

  it('says what will be here when there is nothing', async () => {
    const element = await insights(new FakeServices());
    expect(deepText(element)).to.contain('Here the two will meet.');
    await expectAccessible(element);
  });
});
