import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { NO_REMINDERS, type ReminderChoices } from '../../../app/domain/reminders/reminder-choices';
import type { Reach } from '../../../app/services/reminders';
import '../../../app/views/settings/reminders';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepText, mount, unmountAll, until } from '../../support/mount';

describe('rv-settings-reminders', () => {
  afterEach(unmountAll);

  let services: FakeServices;
  async function part(
    change: Partial<ReminderChoices> = {},
    reach: Reach = 'open',
    allows = true,
  ): Promise<LitElement> {
    services = new FakeServices([], { reminders: { ...NO_REMINDERS, ...change } });
    let allowed = false;
    services.outside = {
      reach: async () => reach,
      mayNotify: () => allowed,
      askToNotify: async () => {
        allowed = allows;
        return allowed;
      },
    };
    const element = await mount<LitElement>(html`<rv-settings-reminders></rv-settings-reminders>`, services);
    await until(() => deepText(element).includes('When to remind you'), 'the part');
    return element;
  }

  const fields = (element: HTMLElement): HTMLInputElement[] =>
    deepElements(element.shadowRoot!).filter((one): one is HTMLInputElement => one.matches('.times input'));
  const kept = async (): Promise<ReminderChoices> => (await services.journal.settings()).reminders;
  const radio = (element: HTMLElement, words: string): HTMLInputElement =>
    deepElements(element.shadowRoot!)
      .find((one) => one.matches('label') && deepText(one) === words)!
      .querySelector('input')!;

  it('adds, changes and removes times, in their order', async () => {
    const element = await part();
    await expectAccessible(element);
    control(element, 'Add a time').click();
    await until(() => fields(element).length === 1, 'a time');
    expect(fields(element)[0]!.value).to.equal('20:00');
    control(element, 'Add another time').click();
    await until(() => fields(element).length === 2, 'a second time');
    const [first] = fields(element);
    first!.value = '07:30';
    first!.dispatchEvent(new Event('change'));
    await until(async () => (await kept()).times.join() === '450,1200', 'the change');
    await until(() => fields(element)[0]!.value === '07:30', 'its field');
    await expectAccessible(element);
    deepElements(element.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('.times li:first-child button'))!
      .click();
    await until(async () => (await kept()).times.join() === '1200', 'one time left');
  });

  it('adds a time that is not there yet, also where one is at midnight', async () => {
    const element = await part({ times: [0, 1200] });
    control(element, 'Add another time').click();
    await until(async () => (await kept()).times.join() === '0,1140,1200', 'a third time');
  });

  it('says so where the reminders cannot be fetched', async () => {
    const services = new FakeServices();
    services.reminders = () => Promise.reject(new Failure('not-fetched', 'offline'));
    const element = await mount<LitElement>(html`<rv-settings-reminders></rv-settings-reminders>`, services);
    await until(() => deepText(element).includes('This part of the app couldn’t be loaded.'), 'the notice');
  });

  it('asks for notifications only when they are wanted, and then offers quiet hours', async () => {
    const element = await part({ times: [1200] });
    expect(deepText(element)).to.not.contain('Quiet hours');
    radio(element, 'Also as a notification').click();
    await until(() => deepText(element).includes('Quiet hours'), 'quiet hours');
    expect((await kept()).notify).to.equal(true);
    await expectAccessible(element);
  });

  it('stays inside the app where notifications are not allowed', async () => {
    const element = await part({ times: [1200] }, 'open', false);
    radio(element, 'Also as a notification').click();
    await until(() => radio(element, 'Here in the app').checked, 'the answer');
    expect((await kept()).notify).to.equal(false);
  });

  it('says what this browser can and cannot do, in one sentence', async () => {
    const said: Record<Reach, string> = {
      closed: 'Your browser decides when it looks for reminders',
      open: 'only remind you while Reverie is open',
      inside: 'only remind you inside Reverie',
      refused: 'Notifications are off for Reverie',
    };
    for (const [reach, words] of Object.entries(said)) {
      const element = await part({ times: [1200] }, reach as Reach);
      expect(deepText(element)).to.contain(words);
      expect(deepText(element).includes('Also as a notification')).to.equal(reach === 'closed' || reach === 'open');
      unmountAll();
    }
  });

  it('can switch off the count of days', async () => {
    const element = await part();
    radio(element, 'No').click();
    await until(async () => !(await kept()).streak, 'no count');
  });
});
