import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/insights/insights';
import type { Entry } from '../../../app/domain/entry/entry';
import { apartWords } from '../../../app/views/insights/apart-words';
import { findingWords } from '../../../app/views/insights/finding-words';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { readBy, sampleEntries } from '../../support/sample-entries';

afterEach(unmountAll);

async function insights(services: FakeServices): Promise<HTMLElement> {
  const element = await mount(html`<rv-insights></rv-insights>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
  return element;
}

describe('findingWords', () => {
  it('carries n and the interval wherever it says something', () => {
    const known = { r: 0.58, low: 0.278, high: 0.778, n: 30, quieterFace: true };
    const { heading, sentence, numbers } = findingWords({ kind: 'together', ...known });
    expect(heading).to.equal('Your face and your words mostly move together.');
    expect(sentence.replaceAll('\u00a0', ' ')).to.equal(
      'In 30 recalls they tended to rise and fall together. Your face varies less than your ratings do.',
    );
    expect(numbers).to.equal('Correlation 0.58 in 30 recalls, 95% interval 0.28 to 0.78.');
    expect(findingWords({ kind: 'together', ...known, r: 0.49 }).heading).to.contain('a little');
    for (const kind of ['apart', 'unclear'] as const) {
      expect(findingWords({ kind, ...known }).sentence).to.match(/30 recalls/);
      expect(findingWords({ kind, ...known }).numbers).to.match(/30 recalls.*0\.28 to 0\.78/);
    }
    expect(findingWords({ kind: 'too-few', n: 3, missing: 7 }).numbers).to.equal('');
  });

  it('says how much is missing instead of guessing', () => {
    expect(findingWords({ kind: 'too-few', n: 0, missing: 10 }).sentence).to.match(/^No recall has .* After 10 more/);
    expect(findingWords({ kind: 'too-few', n: 1, missing: 9 }).sentence).to.match(
      /^One recall so far has .* After 9 more/,
    );
    expect(findingWords({ kind: 'too-few', n: 9, missing: 1 }).sentence).to.match(
      /^9 recalls so far have .* After one more/,
    );
  });

  it('does not call a face unreadable that is only not compared', () => {
    const sentence = (n: number) => findingWords({ kind: 'too-few', n, missing: 10 - n }, true).sentence;
    expect(sentence(0)).to.match(/^No recall has .*can be compared yet\. After 10 more/);
    expect(sentence(1)).to.match(/^One recall so far has .*can be compared\. After 9 more/);
    expect(sentence(9)).to.match(/^9 recalls so far have .*can be compared\. After one more/);
    for (const n of [0, 1, 9]) expect(sentence(n)).to.not.contain('readable');
  });

  it('says what has always been the same', () => {
    expect(findingWords({ kind: 'no-spread', n: 12, which: 'self' }).sentence).to.contain('rating');
    expect(findingWords({ kind: 'no-spread', n: 12, which: 'face' }).sentence).to.contain('face');
  });
});

describe('apartWords', () => {
  it('says how many are left out and why, for one and for several', () => {
    const words = (other: number, when: 'before' | 'after' | 'among') => apartWords({ other, when, unknown: 0 });
    expect(words(12, 'before')).to.equal(
      '12 earlier recalls were read by an older version of the face reader, so their faces aren’t compared with these.',
    );
    expect(words(1, 'before')).to.match(/^One earlier recall was read by an older version/);
    expect(words(1, 'after')).to.match(/^One later recall was read by a newer version/);
    expect(words(9, 'after')).to.match(/^9 later recalls were read by a newer version/);
    expect(words(1, 'among')).to.match(/^One recall was read by a different version/);
    expect(words(2, 'among')).to.match(/^2 recalls were read by a different version/);
  });

  it('says it of those whose reader is not known, and nothing where all are compared', () => {
    const unknown = (count: number) => apartWords({ other: 0, when: 'before', unknown: count });
    expect(unknown(0)).to.equal('');
    expect(unknown(1)).to.match(/^The face in one recall isn’t compared, because it’s not known/);
    expect(unknown(3)).to.match(/^The faces in 3 recalls aren’t compared, because it’s not known/);
    expect(apartWords({ other: 1, when: 'among', unknown: 1 })).to.match(
      /different version.*these\. The face.*not known/,
    );
  });
});

describe('rv-insights', () => {
  it('says the finding, draws it, and is accessible', async () => {
    const element = await insights(new FakeServices(sampleEntries(34)));
    expect(deepText(deepQuery(element.shadowRoot!, 'h1')!)).to.contain('Your face and your words');
    expect(deepQuery(element.shadowRoot!, 'rv-valence-chart')).to.exist;
    await expectAccessible(element);
  });

  it('tells below the chart what stands out in the ratings, and how sure that is', async () => {
    const element = await insights(new FakeServices(sampleEntries(200)));
    deepQuery(element.shadowRoot!, 'rv-when-near')!.scrollIntoView();
    await until(() => deepQuery(element.shadowRoot!, '.patterns'), 'the patterns');
    const list = deepQuery(element.shadowRoot!, '.patterns')!;
    for (const item of list.querySelectorAll('li')) expect(item.textContent).to.match(/95% interval|on average/);
    expect(list.querySelectorAll('li').length).to.be.within(2, 5);
    expect(deepText(element)).to.match(/\d+ patterns were checked/);
    await expectAccessible(element);
  });

  it('says how many more entries it takes where there are too few for that', async () => {
    const element = await insights(new FakeServices(sampleEntries(3)));
    deepQuery(element.shadowRoot!, 'rv-when-near')!.scrollIntoView();
    await until(() => deepText(element).includes('Patterns can be looked for after'), 'what is missing');
  });

  /** 34 entries of which the `count` newest were read by another version than the rest. */
  const updated = (count: number, version: string | null = 'emotion 2'): FakeServices =>
    new FakeServices(sampleEntries(34).map((entry, index) => (index < count ? readBy(entry, version) : entry)));
  /** How many of these are recalls with a face. */
  const faces = (entries: readonly Entry[]) =>
    entries.filter((entry) => entry.kind === 'recall' && entry.face.summary).length;

  it('says nothing of versions where there was one', async () => {
    expect(deepText(await insights(updated(0)))).to.not.match(/compared|version/);
    expect(deepText(await insights(updated(34)))).to.not.match(/compared|version/);
  });

  it('keeps its finding in the weeks after an update, and says which recalls are not in it and when they will be', async () => {
    expect(faces(sampleEntries(34).slice(0, 6))).to.equal(5);
    const element = await insights(updated(6));
    const text = deepText(element);
    expect(text).to.match(new RegExp(`In ${faces(sampleEntries(34)) - 5} recalls`));
    expect(text).to.contain('5 later recalls were read by a newer version of the face reader');
    expect(text).to.contain('Once that version has read 10 recalls you rated, those are compared instead.');
    expect(text).to.contain('34 entries').and.to.contain('You rated 34').and.to.contain('your face, not compared');
    await expectAccessible(element);
  });

  it('goes over to the new version once that has read ten, and says how many older ones are left out', async () => {
    const at = sampleEntries(34).findIndex((_, index, all) => faces(all.slice(0, index + 1)) === 10) + 1;
    const before = deepText(await insights(updated(at - 1)));
    expect(before).to.contain('9 later recalls');
    unmountAll();
    const text = deepText(await insights(updated(at)));
    expect(text).to.contain('In 10 recalls').and.to.contain('You rated 34');
    expect(text).to.contain(`${faces(sampleEntries(34)) - 10} earlier recalls were read by an older version`);
    expect(text).to.not.contain('Once that version has read');
  });

  it('is no empty page where it is not known what read any face', async () => {
    const element = await insights(updated(34, null));
    const text = deepText(element);
    expect(text).to.contain('Too early to tell.').and.to.contain('face that can be compared yet. After 10 more');
    expect(text).to.contain(`The faces in ${faces(sampleEntries(34))} recalls aren’t compared, because it’s not known`);
    expect(text).to.contain('You rated 34');
    expect(deepQuery(element.shadowRoot!, 'rv-valence-chart')).to.exist;
  });

  it('opens no entry for it: the outlines have all that is drawn', async () => {
    const services = new FakeServices(sampleEntries(34));
    services.journal.list = () => Promise.reject(new Error('opened every entry'));
    const element = await insights(services);
    expect(deepQuery(element.shadowRoot!, 'rv-valence-chart')).to.exist;
  });

  it('can be gone through by keyboard: range by range, to the filters, and back to all there is', async () => {
    const element = await insights(new FakeServices(sampleEntries(200)));
    const root = element.shadowRoot!;
    const radios = () => [...root.querySelectorAll<HTMLInputElement>('input[name="range"]')];
    const entries = () => Number(/([\d,]+) entr/.exec(deepText(deepQuery(root, 'figcaption')!))![1]);
    const all = entries();
    radios().at(-1)!.focus();
    for (const _ of ['year', '3 months']) await sendKeys({ press: 'ArrowLeft' });
    await until(() => entries() < all, 'three months');
    expect(root.activeElement, 'the focus stays on the range').to.equal(radios().at(-3));
    for (const _ of ['year', 'all']) await sendKeys({ press: 'ArrowRight' });
    await until(() => entries() === all, 'all again');
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement!.textContent!.trim()).to.equal('Filter');
    await sendKeys({ press: 'Enter' });
    await until(() => root.querySelector('rv-history-filters')?.shadowRoot?.querySelector('select'), 'the filters');
    await sendKeys({ press: 'Tab' });
    const filters = root.querySelector('rv-history-filters')!;
    expect(root.activeElement).to.equal(filters);
    await sendKeys({ press: 'ArrowDown' });
    await until(() => entries() < all, 'what the filter lets through');
    root.querySelector<HTMLButtonElement>('.narrowing button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => entries() === all, 'no filter');
    expect(root.querySelector('rv-history-filters')).to.equal(null);
    await expectAccessible(element);
  });

  it('says what is missing while there is too little', async () => {
    const element = await insights(new FakeServices(sampleEntries(3)));
    expect(deepText(element)).to.contain('Too early to tell.').and.to.contain('After 7 more');
  });

  it('says what will be here when there is nothing', async () => {
    const element = await insights(new FakeServices());
    expect(deepText(element)).to.contain('This is where your patterns will appear.');
    await expectAccessible(element);
  });
});
