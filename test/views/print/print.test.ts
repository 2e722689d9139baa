import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { momentAt } from '../../../app/domain/moment/moment';
import '../../../app/views/print/print';
import { isIn, periodOf, rangeOf } from '../../../app/views/print/print-period';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import {
  NOW_MS,
  readBy,
  sampleCheckIn,
  sampleEntries,
  sampleRecall,
  sampleTrace,
  ZONE,
} from '../../support/sample-entries';

describe('a period', () => {
  const now = momentAt(NOW_MS, ZONE);

  it('is made of whole days', () => {
    expect(periodOf('month', now)).to.deep.equal({ from: '2026-11-01', to: '2026-11-30' });
    expect(periodOf('last-month', now)).to.deep.equal({ from: '2026-10-01', to: '2026-10-31' });
    expect(periodOf('year', now)).to.deep.equal({ from: '2026-01-01', to: '2026-12-31' });
    expect(periodOf('last-month', momentAt(Date.UTC(2027, 0, 5), ZONE))).to.deep.equal({
      from: '2026-12-01',
      to: '2026-12-31',
    });
  });

  it('has the days as they were lived, wherever that was', () => {
    const period = periodOf('month', now);
    const kiribati = momentAt(Date.UTC(2026, 9, 31, 10, 30), 'Pacific/Kiritimati');
    const honolulu = momentAt(Date.UTC(2026, 11, 1, 9, 30), 'Pacific/Honolulu');
    const { fromMs, toMs } = rangeOf(period);
    for (const moment of [kiribati, honolulu]) {
      expect(isIn(period, moment)).to.equal(true);
      expect(moment.epochMs).to.be.within(fromMs, toMs);
    }
    expect(isIn(period, momentAt(Date.UTC(2026, 10, 30, 23, 30), ZONE))).to.equal(false);
  });
});

describe('rv-print', () => {
  afterEach(async () => {
    unmountAll();
    await emulateMedia({ media: 'screen' });
  });

  async function print(services: FakeServices): Promise<HTMLElement> {
    const element = await mount(html`<rv-print></rv-print>`, services);
    await until(() => deepQuery(element.shadowRoot!, '.sheet, [role=status]'), 'the sheet');
    return element;
  }

  const recall = () => {
    const services = new FakeServices([sampleRecall(), sampleCheckIn()]);
    services.journal.traces.set('recall-1', sampleTrace());
    return services;
  };

  it('tells what moved, but nothing that the person marked as misread', async () => {
    const misread = [{ unit: 'AU12', onsetMs: 24_000, offsetMs: 44_900 }] as const;
    const text = deepText(await print(new FakeServices([sampleRecall({ misread, hasTrace: false })])));
    expect(text).to.contain('What moved: raised brows from 3s to 16s').and.to.contain('an open mouth');
    expect(text).not.to.contain('a smile');
    expect(text).to.contain(
      'Also seen: closed eyes for 12s, eyes turned down for 3s, a nod, and about 13 blinks a minute.',
    );
    unmountAll();
    const closed = [{ state: 'eyes-closed', onsetMs: 4_100, offsetMs: 16_300 }] as const;
    const open = deepText(await print(new FakeServices([sampleRecall({ misread: closed, hasTrace: false })])));
    expect(open).to.contain('Also seen: eyes turned down for 3s, a nod, and about 13 blinks a minute.');
    unmountAll();
    const disputed = deepText(await print(new FakeServices([sampleRecall({ faceDisputed: true, hasTrace: false })])));
    expect(disputed).to.contain('You marked your face as misread.').and.not.to.contain('What moved');
  });

  it('holds the words, both marks and what the face showed, oldest first', async () => {
    const element = await print(recall());
    const sheet = deepText(deepQuery(element.shadowRoot!, '.sheet')!);
    expect(sheet).to.contain('November 2026').and.to.contain('First snow on the hill').and.to.contain('0.72 0.40');
    expect(sheet).to.contain('The sledge was faster').and.to.contain('grateful (strongly)');
    expect(sheet)
      .to.contain('Your face went from sad to happy')
      .and.to.match(/happiness \d+%/);
    expect(sheet.indexOf('First snow')).to.be.below(sheet.indexOf('Calm'));
    await expectAccessible(element);
  });

  it('counts every entry on the sheet, also those without a rating', async () => {
    const unrated = { valence: null, arousal: null, feelings: [], note: 'Rain.' } as const;
    const bare = (id: string) => sampleCheckIn({ id, report: unrated });
    for (const [entries, words] of [
      [[sampleRecall(), bare('a')], 'One more entry has no rating.'],
      [[sampleRecall(), bare('a'), bare('b')], '2 more entries have no rating.'],
      [[bare('a'), bare('b'), bare('c')], '3 entries, without a rating.'],
    ] as const) {
      const services = new FakeServices(entries);
      services.journal.traces.set('recall-1', sampleTrace());
      expect(deepText(await print(services))).to.contain(words);
      unmountAll();
    }
    const all = deepText(await print(recall()));
    expect(all).to.not.contain('no rating').and.not.contain('without a rating');
  });

  it('draws the areas of the recall inside its strip', async () => {
    const element = await print(recall());
    await until(
      () => deepQuery(element.shadowRoot!, 'rv-trace-ribbon')?.shadowRoot?.querySelector('path'),
      'the strip',
    );
    const paths = [...deepQuery(element.shadowRoot!, 'rv-trace-ribbon')!.shadowRoot!.querySelectorAll('path')];
    const numbers = paths.flatMap((path) =>
      path
        .getAttribute('d')!
        .match(/-?[\d.]+/g)!
        .map(Number),
    );
    expect(paths.length).to.be.above(2);
    expect(Math.min(...numbers)).to.be.at.least(-0.1);
    expect(Math.max(...numbers)).to.be.at.most(600);
  });

  it('is light and without anything to press on paper', async () => {
    document.documentElement.dataset.theme = 'dark';
    const element = await print(recall());
    await emulateMedia({ media: 'print' });
    const shown = (one: Element) => one.checkVisibility();
    expect(
      deepElements(element.shadowRoot!).filter((one) => one.matches('button, input, a') && shown(one)),
    ).to.deep.equal([]);
    expect(shown(deepQuery(element.shadowRoot!, '.sheet')!)).to.equal(true);
    expect(getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()).to.equal('#fbf6ee');
  });

  it('says which faces of the time are not compared, and draws them otherwise', async () => {
    const entries = sampleEntries(17);
    const one = await print(new FakeServices(entries));
    expect(deepText(one)).to.not.contain('compared');
    expect(deepQuery(one.shadowRoot!, '.face.apart')).to.equal(null);
    unmountAll();
    const element = await print(
      new FakeServices(entries.map((entry, i) => (i < 2 ? readBy(entry, 'emotion 2') : entry))),
    );
    expect(deepText(element))
      .to.contain('2 later recalls were read by a newer version')
      .and.to.contain('your face, not compared')
      .and.to.match(/Your face was read in \d+, and compared in \d+\. In the \d+ with both, you said [a-z ]+ \(\S+\)/);
    const drawn = deepElements(element.shadowRoot!).filter((shape) => shape.matches('path.face.apart'));
    expect(drawn).to.have.length(2);
    await expectAccessible(element);
  });

  it('goes to another time, and says when nothing was kept then', async () => {
    const element = await print(new FakeServices(sampleEntries(40)));
    const pick = (words: string) =>
      deepElements(element.shadowRoot!)
        .find((one) => one.matches('label') && deepText(one) === words)!
        .querySelector('input')!
        .click();
    pick('Last month');
    await until(() => deepText(element).includes('October 2026'), 'October');
    pick('Custom');
    await until(() => deepQuery(element.shadowRoot!, 'input[type=date]'), 'the days');
    const [from, to] = deepElements(element.shadowRoot!).filter((one): one is HTMLInputElement =>
      one.matches('input[type=date]'),
    );
    for (const field of [to!, from!]) {
      field.value = '2020-01-01';
      field.dispatchEvent(new Event('change'));
    }
    await until(() => deepText(element).includes('There are no entries in that period'), 'the empty time');
    expect(deepQuery<HTMLButtonElement>(element.shadowRoot!, '.primary')!.disabled).to.equal(true);
    await expectAccessible(element);
  });

  it('leaves the curves out when they are not wanted, and draws none of a face that was set aside', async () => {
    const services = new FakeServices([sampleRecall({ faceDisputed: true })]);
    services.journal.traces.set('recall-1', sampleTrace());
    const element = await print(services);
    expect(deepQuery(element.shadowRoot!, 'rv-trace-ribbon')).to.equal(null);
    expect(deepText(element)).to.contain('You marked your face as misread');
  });

  it('says so where what reads the curves is missing, and prints no sheet that looks as if there were none', async () => {
    const services = recall();
    services.journal.trace = () => Promise.reject(new Failure('not-fetched'));
    const element = await mount(html`<rv-print></rv-print>`, services);
    await until(() => deepQuery(element.shadowRoot!, 'rv-notice'), 'the notice');
    expect(deepQuery(element.shadowRoot!, '.sheet')).to.equal(null);
  });

  it('does not try to lay out a book', async () => {
    const entries = Array.from({ length: 1_501 }, (_, i) => sampleCheckIn({ id: `e${i}` }));
    const element = await mount(html`<rv-print></rv-print>`, new FakeServices(entries));
    await until(() => deepText(element).includes('too many to print at once'), 'the limit');
    expect(deepQuery(element.shadowRoot!, '.sheet')).to.equal(null);
  });

  it('prints what came with an entry from another app', async () => {
    const entry = sampleCheckIn({
      origin: { source: 'daylio', key: 'k', mood: 'wobbly', activities: ['friends', 'movies'] },
    });
    const element = await mount(html`<rv-print></rv-print>`, new FakeServices([entry]));
    await until(() => deepText(element).includes('wobbly'), 'the mood’s name');
    expect(deepText(element)).to.contain('friends').and.to.contain('movies');
  });
});
