import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/entry/entry';
import '../../../app/views/history/history';
import { oneOfEach, severalVersions } from '../../../app/domain/entry/entry-versions';
import { differing } from '../../../app/views/entry/version-facts';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleCheckIn, sampleRecall, sampleReport } from '../../support/sample-entries';

const first = sampleRecall({ hasTrace: false });
const second = sampleRecall({
  id: 'recall-2',
  besideId: 'recall-1',
  hasTrace: false,
  report: sampleReport(-0.4, { note: 'Only the cold.' }),
});

describe('severalVersions', () => {
  it('puts the versions of an entry together, also where the first is gone, and leaves single ones out', () => {
    const [a, b, c, d] = [
      { id: 'a' },
      { id: 'b', besideId: 'a' },
      { id: 'c', besideId: 'a' },
      { id: 'd', besideId: 'x' },
    ];
    expect([...severalVersions([b, a, c, d])]).to.deep.equal([['a', [b, a, c]]]);
    expect([...severalVersions([c, b])]).to.deep.equal([['a', [c, b]]]);
    expect(severalVersions([a, d]).size).to.equal(0);
  });
});

describe('oneOfEach', () => {
  it('leaves the first version of an entry, one of the others where that is gone, and single entries, in their order', () => {
    const [a, b, c, d] = [
      { id: 'a' },
      { id: 'b', besideId: 'a' },
      { id: 'c', besideId: 'a' },
      { id: 'd', besideId: 'x' },
    ];
    expect(oneOfEach([b, a, d, c])).to.deep.equal([a, d]);
    expect(oneOfEach([c, d, b])).to.deep.equal([c, d]);
    expect(oneOfEach([a, d])).to.deep.equal([a, d]);
  });
});

describe('what differs', () => {
  it('is all that is told beside what they are called', () => {
    const [ours, theirs] = differing([first, second]);
    expect(ours!.map(({ name }) => name)).to.deep.equal(['Title', 'You wrote', 'How it felt']);
    expect(theirs!.map(({ value }) => value)).to.deep.equal([
      'First snow on the hill',
      'Only the cold.',
      'a little unpleasant',
    ]);
  });

  it('is said to be elsewhere where the words are the same', () => {
    expect(differing([first, { ...second, report: first.report }])[0]!.map(({ name }) => name)).to.deep.equal([
      'Title',
      'Difference',
    ]);
  });
});

describe('an entry in two versions', () => {
  let paths: string[];
  beforeEach(() => {
    paths = [];
  });
  afterEach(unmountAll);

  async function shown(services: FakeServices, id: string): Promise<HTMLElement> {
    const element = await mount(
      html`<rv-entry .entryId=${id} @rv-navigate=${({ detail }: CustomEvent<{ path: string }>) => paths.push(detail.path)}></rv-entry>`,
      services,
    );
    await until(() => deepQuery(element.shadowRoot!, 'rv-entry-versions'), 'the versions');
    return deepQuery<HTMLElement>(element.shadowRoot!, 'rv-entry-versions')!;
  }

  async function yes(card: HTMLElement): Promise<void> {
    const dialog = deepQuery<HTMLElementTagNameMap['rv-dialog']>(card.shadowRoot!, 'rv-dialog')!;
    await until(() => dialog.open, 'the question');
    deepElements(dialog.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('.danger'))!
      .click();
  }

  it('shows both from either side, and is accessible', async () => {
    for (const id of ['recall-1', 'recall-2']) {
      const card = await shown(new FakeServices([first, second]), id);
      expect(deepText(card)).to.contain('two versions').and.to.contain('Only the cold.').and.to.contain('The sledge');
      await expectAccessible(card);
    }
  });

  it('keeps only the one that was chosen, after yes', async () => {
    const services = new FakeServices([first, second]);
    const card = await shown(services, 'recall-1');
    control(card, 'Keep only that one').click();
    await yes(card);
    await until(() => paths.length > 0, 'the way to it');
    expect([...services.journal.entries.keys()]).to.deep.equal(['recall-2']);
    expect(paths).to.deep.equal(['/entry/recall-2']);
  });

  it('keeps both as entries of their own, and does not ask again', async () => {
    const services = new FakeServices([first, second]);
    const card = await shown(services, 'recall-2');
    control(card, 'Keep both as separate entries').click();
    await until(() => card.isConnected === false, 'the card is gone');
    expect([...services.journal.entries.values()].map(({ besideId }) => besideId)).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('is told in the history until one is chosen', async () => {
    const services = new FakeServices([first, second, sampleCheckIn({ besideId: 'erased long ago' })]);
    const element = await mount(html`<rv-history></rv-history>`, services);
    await until(() => deepText(element).includes('One entry has more than one version.'), 'the notice');
    await expectAccessible(element);
    await services.journal.erase('recall-1');
    await until(() => !deepText(element).includes('more than one version'), 'that it is settled');
  });
});
