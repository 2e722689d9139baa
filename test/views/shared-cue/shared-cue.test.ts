import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import { momentAt } from '../../../app/domain/moment/moment';
import { readMemory } from '../../../app/journal/parse/memory';
import type { Recalls } from '../../../app/services/recalls';
import { RecallContent } from '../../../app/session/keeping/recall-content';
import { LONGEST_SIDE_PX, smallPicture } from '../../../app/shell/small-picture';
import '../../../app/views/shared-cue/shared-cue';
import '../../../app/views/entry/kept-picture';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, ZONE } from '../../support/sample-entries';

type Begun = Parameters<Recalls['start']>[0];

const picture = (width: number, height: number): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
  return canvas.convertToBlob();
};

describe('rv-shared-cue', () => {
  afterEach(unmountAll);

  let begun: Begun[];
  let paths: string[];
  async function shown(text: string, image: Blob | null): Promise<LitElement> {
    begun = [];
    paths = [];
    const services = new FakeServices();
    services.shared = { text, picture: image };
    services.recalls = async () => ({ start: (cue: Begun) => void begun.push(cue) }) as never;
    const element = await mount<LitElement>(
      html`<rv-shared-cue @rv-navigate=${({ detail }: CustomEvent<{ path: string }>) => paths.push(detail.path)}></rv-shared-cue>`,
      services,
    );
    await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
    return element;
  }
  const keep = (element: HTMLElement): void =>
    deepElements(element.shadowRoot!)
      .find((one): one is HTMLInputElement => one.matches('input[type=checkbox]'))!
      .click();

  it('shows what was shared, and begins a recall that keeps nothing of it', async () => {
    const element = await shown('A bench', await picture(20, 10));
    expect(deepText(element)).to.contain('A bench');
    await until(
      () => (deepQuery(element.shadowRoot!, 'canvas') as HTMLCanvasElement | null)?.width === 20,
      'the picture',
    );
    await expectAccessible(element);
    control(element, 'Relive it').click();
    await until(() => paths.includes('/recall'), 'the recall');
    expect(begun).to.deep.equal([null]);
  });

  it('leaves the box to tick as large as it is where the words beside it wrap', async () => {
    const element = await shown('', await picture(20, 10));
    await until(() => deepQuery(element.shadowRoot!, 'input[type=checkbox]'), 'the question');
    const box = deepQuery(element.shadowRoot!, 'input[type=checkbox]')!;
    for (const width of ['100%', '14rem']) {
      element.parentElement!.style.width = width;
      const { width: wide, height: high } = box.getBoundingClientRect();
      expect([wide, high], width).to.deep.equal([22, 22]);
    }
  });

  it('keeps it with the memory where that is asked, the picture made smaller', async () => {
    const element = await shown('A bench', await picture(3000, 1500));
    keep(element);
    control(element, 'Relive it').click();
    await until(() => begun.length === 1, 'the recall');
    const cue = begun[0] as Exclude<Begun, string | null> & { question: string; picture: string };
    expect(cue).to.include({ question: 'A bench', valence: 'neutral', direction: 'past' });
    const { memory } = new RecallContent('entry', momentAt(NOW_MS, ZONE), { cue }, null);
    expect(readMemory({ ...memory, title: 'River' }).ownCue).to.deep.equal({
      question: 'A bench',
      valence: 'neutral',
      picture: cue.picture,
    });
    const kept = await mount<LitElement>(
      html`<rv-kept-picture .picture=${cue.picture}></rv-kept-picture>`,
      new FakeServices(),
    );
    await until(
      () => (deepQuery(kept.shadowRoot!, 'canvas') as HTMLCanvasElement | null)?.width === LONGEST_SIDE_PX,
      'it',
    );
  });

  it('says so where nothing waits, or nothing was in it', async () => {
    expect(deepText(await shown('', null))).to.contain('There’s nothing here any more.');
  });

  it('makes a picture no larger, and takes only a JPEG back in', async () => {
    const small = await smallPicture(await picture(8, 4));
    expect(small.startsWith('/9j/')).to.equal(true);
    const memory = (ownCue: object) => ({
      title: 'T',
      cueId: 'own-1',
      direction: 'past',
      when: null,
      specificity: null,
      selfRelevance: null,
      expectedValence: null,
      vividness: null,
      ownCue: { question: 'Q', valence: 'neutral', ...ownCue },
    });
    expect(readMemory(memory({ picture: small })).ownCue?.picture).to.equal(small);
    expect('picture' in readMemory(memory({})).ownCue!).to.equal(false);
    for (const broken of ['', 'data:image/jpeg;base64,/9j/', '/9j/<svg>', `/9j/${'A'.repeat(600_000)}`, 5])
      expect(() => readMemory(memory({ picture: broken })), String(broken).slice(0, 20)).to.throw();
  });
});
