import { html, type LitElement } from 'lit';
import '../../../app/views/settings/rating';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepText, mount, unmountAll, until } from '../../support/mount';

describe('rv-settings-rating', () => {
  afterEach(unmountAll);

  it('lets a person rate on one pad', async () => {
    const services = new FakeServices();
    const element = await mount<LitElement>(html`<rv-settings-rating></rv-settings-rating>`, services);
    await until(() => deepText(element).includes('One pad'), 'the choice');
    await expectAccessible(element);
    const [, pad] = deepElements(element.shadowRoot!).filter((one): one is HTMLInputElement => one.matches('input'));
    pad!.click();
    await until(async () => (await services.journal.settings()).affect === 'pad', 'the choice to be kept');
  });
});
