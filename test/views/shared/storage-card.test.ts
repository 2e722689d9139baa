import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import '../../../app/views/shared/storage-card';
import '../../../app/views/today/today';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleEntries } from '../../support/sample-entries';

describe('rv-storage-card', () => {
  afterEach(unmountAll);

  const withWord = (word: FakeServices['roomWord']): FakeServices =>
    Object.assign(new FakeServices(sampleEntries(3)), { roomWord: word });

  it('is not there while there is nothing to say', async () => {
    const element = await mount<LitElement>(html`<rv-storage-card hidden></rv-storage-card>`, withWord(null));
    await element.updateComplete;
    expect(element.hidden).to.equal(true);
  });

  for (const [word, title, next] of [
    ['little', 'This phone is almost full.', 'Free up some space'],
    ['restart', 'Close the browser completely and open it again.', 'in a second place too'],
  ] as const) {
    it(`says what to do on Today: ${word}`, async () => {
      const element = await mount<LitElement>(html`<rv-today></rv-today>`, withWord(word));
      await until(() => deepText(element).includes(title), 'the card');
      expect(deepText(element)).to.contain(next);
      expect(deepQuery(element.shadowRoot!, 'rv-storage-card:not([hidden])')).to.exist;
      await expectAccessible(element);
    });
  }

  it('says what something else has changed, where the copies are, and leaves it at that when told to', async () => {
    const services = withWord(null);
    services.journal.changedOutside = { missing: 1, added: 0, older: 2, months: 1, unlisted: true };
    const element = await mount<LitElement>(html`<rv-today></rv-today>`, services);
    await until(() => deepText(element).includes('Something outside Reverie has changed your journal.'), 'the card');
    for (const words of [
      'One entry is gone. 2 entries are earlier versions.',
      'The list of one month',
      'put your journal back',
    ])
      expect(deepText(element)).to.contain(words);
    expect(deepText(element)).not.to.contain('never saved');
    await expectAccessible(element);
    control(element, 'Leave it as it is').click();
    await until(() => deepQuery(element.shadowRoot!, 'rv-storage-card')!.hasAttribute('hidden'), 'that it is gone');
    expect(services.journal.changedOutside).to.equal(null);
  });
});
