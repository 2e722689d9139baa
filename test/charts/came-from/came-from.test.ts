import { expect } from 'chai';
import '../../../app/charts/came-from/came-from';
import { expectAccessible } from '../../support/accessible';
import { movingTrace } from '../../support/moving-trace';
import { clearPage, preparePage, show } from '../page';

const trace = movingTrace(20_000, (tMs) => (tMs >= 10_000 && tMs < 12_000 ? null : {}));
for (let row = 60; row < 100; row++) trace.facialValence[row] = 0.7;

const shown = async (misread: HTMLElementTagNameMap['rv-came-from']['misread'] = []) => {
  const element = document.createElement('rv-came-from');
  element.trace = trace;
  element.units = [{ unit: 'AU12', onsetMs: 4000, apexMs: 5000, offsetMs: 8000, strength: 1.5, side: null }];
  element.misread = misread;
  return show(element);
};
const textOf = (element: HTMLElement): string => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');

describe('rv-came-from', () => {
  before(preparePage);
  afterEach(clearPage);

  it('says in words what its bars show', async () => {
    const element = await shown();
    const text = textOf(element);
    expect(text).to.contain('One moment accounts for 100% of how pleasant or unpleasant your face looked.');
    expect(text).to.contain('4s to 8s, 100%: your face looked neutral. What moved: Smile.');
    expect(text).to.contain('Not counted:').and.to.contain('10s to 12s: no face was in view.');
    expect(text).to.contain('All of it comes from single pictures.');
    expect(element.shadowRoot!.querySelectorAll('.bars i')).to.have.length(20);
    expect(element.shadowRoot!.querySelectorAll('.gap')).to.have.length(2);
    await expectAccessible(element);
  });

  it('leaves out what was marked as misread, and says so', async () => {
    const text = textOf(await shown([{ unit: 'AU12', onsetMs: 4000, offsetMs: 8000 }]));
    expect(text).to.contain('You marked as misread, so it isn’t counted: Smile, 4s to 8s.');
    expect(text).not.to.contain('What moved: Smile');
  });
});
