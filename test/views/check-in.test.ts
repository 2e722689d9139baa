import { expect } from 'chai';
import { Failure } from '../../app/domain/failure';
import type { Report } from '../../app/domain/report';
import '../../app/views/check-in';
import type { CheckIn } from '../../app/views/check-in';
import { expectAccessible } from '../support/accessible';
import { appStyles } from '../support/app-styles';
import { FakeServices } from '../support/fake-services';
import { provideServices } from '../support/provide-services';
import { NOW_MS } from '../support/sample-entries';

describe('rv-check-in', () => {
  let services: FakeServices;
  let host: HTMLElement;
  let view: CheckIn;
  const keep = (): HTMLButtonElement => view.renderRoot.querySelector('.primary')!;
  const slide = async (scale: string, raw: number): Promise<void> => {
    const slider = view.renderRoot.querySelector<HTMLElementTagNameMap['rv-affect-slider']>(`[scale=${scale}]`)!;
    await slider.updateComplete;
    const input = slider.renderRoot.querySelector('input')!;
    input.value = String(raw);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await view.updateComplete;
  };
  /** Resolves when the view has rendered what came of saving. */
  const saved = async (): Promise<void> => {
    keep().click();
    await new Promise((resolve) => setTimeout(resolve));
    await view.updateComplete;
  };

  beforeEach(async () => {
    await appStyles();
    services = new FakeServices();
    host = provideServices(services);
    view = document.createElement('rv-check-in');
    host.append(view);
    document.body.append(host);
    await view.updateComplete;
  });
  afterEach(() => host.remove());

  it('is kept in three taps: two sliders and Keep', async () => {
    expect(keep().disabled).to.equal(true);
    await slide('valence', 75);
    await slide('arousal', 30);
    await saved();
    const [name, report, startedAtMs] = services.calls[0]!;
    expect(name).to.equal('checkIn');
    expect((report as Report).valence!.value).to.equal(0.5);
    expect((report as Report).arousal!.raw).to.equal(30);
    expect(startedAtMs).to.equal(NOW_MS);
    expect(view.renderRoot.querySelector('h1')!.textContent).to.equal('Noted.');
    expect(view.shadowRoot!.activeElement).to.equal(view.renderRoot.querySelector('h1'));
  });

  it('keeps null for a slider that was left alone', async () => {
    await slide('arousal', 50);
    await saved();
    expect((services.calls[0]![1] as Report).valence).to.equal(null);
    expect((services.calls[0]![1] as Report).arousal!.value).to.equal(0);
  });

  it('loses nothing when it cannot be kept, and tries again', async () => {
    await slide('valence', 20);
    const { checkIn } = services;
    services.checkIn = () => Promise.reject(new Failure('journal-full'));
    await saved();
    const notice = view.renderRoot.querySelector('rv-notice')!;
    expect(notice.what).to.contain('no room');
    services.checkIn = checkIn;
    await saved();
    expect((services.calls[0]![1] as Report).valence!.raw).to.equal(20);
    expect(view.renderRoot.querySelector('h1')!.textContent).to.equal('Noted.');
  });

  it('has no axe violation, before and after in light and dark', async () => {
    await expectAccessible(view);
    await slide('valence', 75);
    await saved();
    await expectAccessible(view);
  });
});
