import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { IconName } from '../../elements/marks/icon-paths';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { consentPoints } from '../../recall/consent/consent';

const point = (icon: IconName, title: string, text: string): TemplateResult => html`
  <li>
    <span class="badge"><rv-icon name=${icon}></rv-icon></span>
    <div><b>${title}</b><p>${text}</p></div>
  </li>
`;

/** What the app is, in one breath. */
export const welcomePanel = (): TemplateResult => html`
  <rv-scene class="scene" seed="welcome"></rv-scene>
  <h1 class="h1">${msg('Go back to a moment, and see what your face remembers.')}</h1>
  <p class="lede">
    ${msg(
      'You think of a memory for less than a minute. Meanwhile the camera looks at your face. Afterwards you say how it was, and see both side by side.',
    )}
  </p>
  <p class="lede">${msg('It never tells you what you feel. Your words are the record; the face is a second, uncertain witness.')}</p>
`;

/** Nothing leaves the phone, and how to make sure of it. */
export const privatePanel = (): TemplateResult => html`
  <h1 class="h1">${msg('Nothing leaves this phone.')}</h1>
  <p class="lede">${msg('You need not take our word for it.')}</p>
  <ul class="points">
    ${point('offline', msg('Try it in flight mode'), msg('Once it is on the phone, everything works without a network: recalls, journal, insights.'))}
    ${point('lock', msg('Your browser stands guard'), msg('The app is built so that the browser refuses to let it talk to any server but the one it came from, and nothing of yours is sent there.'))}
    ${point('eye', msg('Numbers, never pictures'), msg('Each picture is read and forgotten at once. No photo, no video, no sound is kept.'))}
    ${point('erase', msg('Yours to erase'), msg('There is no account. Any entry, or all of it, can be erased for good.'))}
  </ul>
`;

/** What the person agrees to, to be read in peace. */
export const agreementPanel = (): TemplateResult => html`
  <h1 class="h1">${msg('Before the first time')}</h1>
  <p class="lede">${msg('Please read this once. It is what you agree to.')}</p>
  <dl class="agreement">
    ${consentPoints().map(({ id, title, text }) => html`<div id=${id}><dt>${title}</dt><dd>${text}</dd></div>`)}
  </dl>
`;
