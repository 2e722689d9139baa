import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import { randomFrom } from '../../../app/statistics/resampling/random';
import '../../../app/views/settings/learnt';
import '../../../app/views/reading/learnt-reading';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleFace, sampleRecall, sampleReport, ZONE } from '../../support/sample-entries';

const DAY_MS = 86_400_000;
const random = randomFrom(4);

/** Recalls of somebody who rates higher than their face looks. */
const rated = (count: number): readonly RecallEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const shown = 0.2 * random.normal();
    const startedAt = momentAt(NOW_MS - (count - at) * DAY_MS, ZONE);
    const report = sampleReport(Math.round(50 * (shown + 0.4)) / 50);
    return sampleRecall({ id: `r${at}`, startedAt, savedAt: startedAt, face: sampleFace(shown), report });
  });

const settings = (services: FakeServices) =>
  mount<LitElement>(html`<rv-settings-learnt></rv-settings-learnt>`, services);
const reading = (services: FakeServices, entry: RecallEntry) =>
  mount<LitElement>(html`<rv-learnt-reading .entry=${entry}></rv-learnt-reading>`, services);

describe('rv-settings-learnt', () => {
  afterEach(unmountAll);

  it('says how many recalls it takes', async () => {
    const few = await settings(new FakeServices(rated(3)));
    await until(() => deepText(few).includes('3 recalls with a face and a rating so far. It takes 20.'), 'the count');
    const none = await settings(new FakeServices());
    await until(() => deepText(none).includes('Nothing has been learnt yet'), 'the beginning');
    expect(deepElements(none.shadowRoot!).some((one) => one.matches('button'))).to.equal(false);
  });

  it('shows in numbers how far off each way of saying it is', async () => {
    const element = await settings(new FakeServices(rated(60)));
    await until(() => deepText(element).includes('It has proved better for your face'), 'the verdict');
    expect(deepElements(element.shadowRoot!).filter((one) => one.matches('tbody tr'))).to.have.length(4);
    await expectAccessible(element);
  });

  it('is led to from an entry, but not in the sample, which has no such settings', async () => {
    const services = new FakeServices(rated(60));
    const entry = sampleRecall({ startedAt: momentAt(NOW_MS, ZONE) });
    const links = (shown: LitElement): number =>
      deepElements(shown.shadowRoot!).filter((one) => one.matches('a')).length;
    const own = await reading(services, entry);
    await until(() => deepText(own).includes('going by 60 recalls'), 'the reading');
    expect(links(own)).to.equal(1);
    services.inSample = true;
    const inSample = await reading(services, entry);
    await until(() => deepText(inSample).includes('going by 60 recalls'), 'the reading of the sample');
    expect(links(inSample)).to.equal(0);
  });

  it('switches it off where a reading is shown, and forgets', async () => {
    const services = new FakeServices(rated(60));
    const [element, shown] = [
      await settings(services),
      await reading(services, sampleRecall({ startedAt: momentAt(NOW_MS, ZONE) })),
    ];
    await until(() => deepText(shown).includes('going by 60 recalls'), 'the reading');
    await expectAccessible(shown);
    const press = (selector: string): void =>
      (deepElements(element.shadowRoot!).find((one) => one.matches(selector)) as HTMLElement).click();
    await until(() => deepText(element).includes('Forget it'), 'the figures');
    press('input[name=uses]');
    await until(() => deepText(shown).trim() === '', 'the reading to go');
    press('input[name=uses]');
    await until(() => deepText(shown).includes('going by 60 recalls'), 'the reading to come back');
    press('button');
    await until(() => deepText(element).includes('Forgotten on'), 'what was learnt to be forgotten');
    await until(() => deepText(shown).trim() === '', 'the reading to go for good');
    expect(deepText(element)).to.include('Nothing has been learnt yet');
  });
});
