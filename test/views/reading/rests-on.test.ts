import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import type { FaceSummary } from '../../../app/domain/face/face-summary';
import type { Trace } from '../../../app/domain/face/trace';
import { restsOnWords } from '../../../app/views/reading/rests-on';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepText, mount, unmountAll, until } from '../../support/mount';
import { movingTrace } from '../../support/moving-trace';
import { sampleFace } from '../../support/sample-entries';

const { units: _, ...plain } = sampleFace(0.3).summary as FaceSummary;
const summary: FaceSummary = { ...plain, readings: 400, usableShare: 0.75 };
const shown = (trace: Trace | null) =>
  mount<LitElement>(html`<rv-rests-on .face=${{ summary }} .trace=${trace}></rv-rests-on>`, new FakeServices());

describe('rv-rests-on', () => {
  afterEach(unmountAll);

  it('says in a line how many readings count, and what they are compared with', () => {
    const words = restsOnWords({ ...summary, units: [] });
    expect(words).to.contain('300 readings of your face, and on what moved compared with how it looked at rest.');
    expect(words).to.contain('100 more couldn’t be used.');
    const own = { ...summary, units: [], models: { ...summary.models, rest: 'own 1' } };
    expect(restsOnWords(own)).to.contain('before this recall and before earlier ones');
    expect(restsOnWords({ ...summary, usableShare: 1 }))
      .to.contain('It rests on 400 readings of your face alone')
      .and.not.to.contain('couldn’t');
  });

  it('opens where it came from, by keyboard as by touch, and closes again', async () => {
    const element = await shown(movingTrace(20_000, () => ({})));
    const fold = element.shadowRoot!.querySelector('details')!;
    expect(deepText(element)).not.to.contain('No moment stood out');
    fold.querySelector('summary')!.focus();
    fold.querySelector('summary')!.click();
    await until(() => deepText(element).includes('No moment stood out'), 'where it came from');
    await expectAccessible(element);
    fold.querySelector('summary')!.click();
    await until(() => !element.shadowRoot!.querySelector('rv-came-from'), 'it to be folded');
  });

  it('is the line alone where the curve was not kept', async () => {
    const element = await shown(null);
    expect(deepText(element)).to.contain('It rests on');
    expect(deepElements(element.shadowRoot!).some((one) => one.matches('details'))).to.equal(false);
  });
});
