import '../../app/views/shell/app-shell';
import '../../app/views/shell/journal-failure';
import { html, render } from 'lit';
import { Failure } from '../../app/domain/failure/failure';
import { cssVars } from '../../app/elements/base/css-vars';
import '../../app/elements/marks/agree-scale';
import '../../app/elements/blocks/progress';
import '../../app/elements/drawings/scene';
import { sampleDevice } from '../support/fake-device';
import { FakeServices } from '../support/fake-services';
import { sampleEntries, sampleTrace } from '../support/sample-entries';

/** Runs inside a frame under the app's own policy: goes through every screen, and tells the tests what was forbidden. */
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
);

const services = new FakeServices(sampleEntries(12));
for (const id of services.journal.entries.keys()) services.journal.traces.set(id, sampleTrace(id));
services.onDevice.last = sampleDevice();
services.shell.change({ updateReady: true, installable: true });

const failure = new Failure('journal-blocked', 'detail');
render(
  html`
    <i id="probe" ${cssVars({ '--at': '40px' })}></i>
    <rv-agree-scale .you=${0.7} .face=${0.2} .halfWidth=${0.1}></rv-agree-scale>
    <rv-progress label="Fetching" .loaded=${3} .total=${9} cancellable></rv-progress>
    <rv-scene seed="a"></rv-scene>
    <rv-journal-failure .failure=${failure}></rv-journal-failure>
    <rv-app .services=${services}></rv-app>
  `,
  document.body,
);

const app = document.querySelector('rv-app')!;
const titles: string[] = [];
/** The next heading that a screen announces. */
const announced = (): Promise<string> =>
  new Promise((resolve) =>
    app.shadowRoot!.addEventListener(
      'rv-screen',
      (event) => resolve((event as CustomEvent<{ title: string }>).detail.title),
      { once: true },
    ),
  );

titles.push(await announced());
for (const path of ['/history', '/insights', '/settings', '/entry/entry-0']) {
  const next = announced();
  app
    .shadowRoot!.querySelector('main')!
    .dispatchEvent(new CustomEvent('rv-navigate', { detail: { path, replace: false } }));
  titles.push(await next);
}
const probe = document.querySelector<HTMLElement>('#probe')!;
parent.postMessage({ violations, titles, at: probe.style.getPropertyValue('--at') }, '*');
