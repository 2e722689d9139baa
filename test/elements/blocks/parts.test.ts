import { expect } from 'chai';
import { html } from 'lit';
import type { IconName } from '../../../app/elements/marks/icon-paths';
import { ICONS } from '../../../app/elements/marks/icon-paths';
import { MORE_ICONS } from '../../../app/elements/marks/more-icon-paths';
import '../../../app/elements/blocks/empty';
import '../../../app/elements/marks/icon';
import '../../../app/elements/marks/mark';
import '../../../app/elements/blocks/notice';
import '../../../app/elements/marks/pair';
import '../../../app/elements/blocks/status';
import { expectAccessible } from '../../support/accessible';
import { control, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';

afterEach(unmountAll);

describe('rv-icon', () => {
  it('draws every icon, hidden from screen readers', async () => {
    const names = Object.keys({ ...ICONS, ...MORE_ICONS }) as IconName[];
    const stage = await mount(html`<p>${names.map((name) => html`<rv-icon name=${name}></rv-icon>`)}</p>`);
    for (const icon of stage.querySelectorAll('rv-icon')) {
      const drawn = () => icon.shadowRoot?.querySelector<SVGPathElement>('svg[aria-hidden="true"] path') ?? null;
      await until(() => drawn()?.getAttribute('d'), icon.name);
      const path = drawn()!;
      expect(path.getTotalLength(), icon.name).to.be.greaterThan(8);
    }
    await expectAccessible(stage);
  });
});

describe('rv-mark', () => {
  it('is a circle for the person and a diamond for the face, dashed where there is nothing', async () => {
    const stage = await mount(html`<p>
      <rv-mark kind="you" labelled></rv-mark><rv-mark kind="face" labelled></rv-mark><rv-mark kind="face" missing></rv-mark>
    </p>`);
    const [you, face, missing] = [...stage.querySelectorAll('rv-mark')];
    await missing!.updateComplete;
    expect(deepQuery(you!.shadowRoot!, 'circle.you')).to.exist;
    expect(deepText(you!)).to.equal('you');
    expect(deepQuery(face!.shadowRoot!, 'path.face')).to.exist;
    expect(deepText(face!)).to.equal('face');
    expect(getComputedStyle(deepQuery(missing!.shadowRoot!, 'path')!).strokeDasharray).not.to.equal('none');
    await expectAccessible(stage);
  });
});

describe('rv-pair', () => {
  const circleAt = (pair: Element): number => Number(deepQuery(pair.shadowRoot!, 'circle.you')?.getAttribute('cx'));

  it('puts the more pleasant further right, and draws nothing for what was not given', async () => {
    const low = await mount(html`<rv-pair .you=${-0.8} .face=${null}></rv-pair>`);
    const high = await mount(html`<rv-pair .you=${0.8} .face=${null}></rv-pair>`);
    expect(circleAt(low)).to.be.lessThan(circleAt(high));
    expect(deepQuery(low.shadowRoot!, '.face')).to.equal(null);
  });

  it('sets the marks apart where one would hide the other', async () => {
    const close = await mount(html`<rv-pair .you=${0.3} .face=${0.25}></rv-pair>`);
    const [circle, diamond] = ['circle.you', 'path.face'].map((mark) =>
      deepQuery(close.shadowRoot!, mark)!.getBoundingClientRect(),
    );
    expect(diamond!.bottom).to.be.at.most(circle!.top + 1);
  });
});

describe('rv-status', () => {
  it('says where the journal is, and that nothing is missing without a network', async () => {
    const here = await mount(html`<rv-status></rv-status>`);
    expect(deepText(here)).to.match(/Only on this (phone|device)/);
    await expectAccessible(here);
    const offline = await mount(html`<rv-status offline></rv-status>`);
    expect(deepText(offline)).to.equal('Offline, and everything works');
    await expectAccessible(offline);
  });
});

describe('rv-notice', () => {
  it('says what happened, what is safe and what comes next, and holds the actions', async () => {
    const notice = await mount(
      html`<rv-notice tone="bad" what="It broke." safe="Nothing is lost." next="Try again." detail="E42"><button>Again</button></rv-notice>`,
    );
    expect(deepText(notice)).to.equal('It broke. Nothing is lost. Try again. Again Technical details E42');
    expect(deepQuery(notice.shadowRoot!, '[role="alert"]')).to.exist;
    expect(control(notice, 'Again')).to.exist;
    await expectAccessible(notice);
  });

  it('speaks politely unless it is bad', async () => {
    const notice = await mount(html`<rv-notice what="A word."></rv-notice>`);
    expect(deepQuery(notice.shadowRoot!, '[role="status"]')).to.exist;
  });
});

describe('rv-empty', () => {
  it('says what will be here and holds the way on', async () => {
    const empty = await mount(
      html`<rv-empty heading="Nothing yet"><p>It will come.</p><a slot="actions" href="/">Go</a></rv-empty>`,
    );
    expect(deepText(empty)).to.equal('Nothing yet It will come. Go');
    await expectAccessible(empty);
  });
});
