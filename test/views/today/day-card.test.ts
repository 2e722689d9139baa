import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import { DAY_MS } from '../../../app/base/time';
import { momentAt } from '../../../app/domain/moment/moment';
import { minuteOf } from '../../../app/domain/reminders/minutes';
import { NO_REMINDERS } from '../../../app/domain/reminders/reminder-choices';
import '../../../app/views/today/day-card';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleCheckIn, ZONE } from '../../support/sample-entries';

const NOW = momentAt(NOW_MS, ZONE);
const DUE = { ...NO_REMINDERS, times: [minuteOf(NOW)] };
const on = (day: number) => ({
  ...sampleCheckIn(),
  id: `day-${day}`,
  startedAt: momentAt(NOW_MS - day * DAY_MS, ZONE),
});

describe('rv-day-card', () => {
  afterEach(unmountAll);

  const card = async (services: FakeServices, words: string): Promise<LitElement> => {
    const element = await mount<LitElement>(html`<rv-day-card hidden></rv-day-card>`, services);
    await until(() => deepText(element).includes(words), words);
    return element;
  };

  it('says that a reminder is due, and rests for an hour or for the day', async () => {
    const services = new FakeServices([], { reminders: DUE });
    const element = await card(services, 'A minute for yourself?');
    expect(element.hidden).to.equal(false);
    await expectAccessible(element);
    control(element, 'In an hour').click();
    await until(() => element.hidden, 'that it rests');
    expect((await services.journal.settings()).reminders.asideUntilMs).to.equal(NOW_MS + 3_600_000);
  });

  it('stays away once something was kept today', async () => {
    const services = new FakeServices([], { reminders: DUE });
    const element = await card(services, 'A minute for yourself?');
    await services.journal.save(on(0), null);
    await until(() => element.hidden, 'that it is done');
  });

  it('counts the days with something kept, with days off, unless that is switched off', async () => {
    const services = new FakeServices([on(0), on(3), on(4)]);
    const element = await card(services, 'kept something on 3 days');
    await expectAccessible(element);
    await services.journal.changeSettings({ reminders: { ...NO_REMINDERS, streak: false } });
    await until(() => element.hidden, 'no count');
  });
});
