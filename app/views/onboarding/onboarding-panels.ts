import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { IconName } from '../../elements/marks/icon-paths';
import '../../elements/blocks/more-below';
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
  <h1 class="h1">${msg('Go back to a moment, and see what your face shows.')}</h1>
  <p class="lede">
    ${msg(
      'Think of a memory for less than a minute while the camera reads your face. Then say how it felt, and see the two side by side.',
    )}
  </p>
  <p class="lede">${msg('It never tells you what you feel. What you say is what counts; your face is a second, less certain witness.')}</p>
`;

/** Nothing leaves the phone, and how to make sure of it. */
export const privatePanel = (): TemplateResult => html`
  <h1 class="h1">${msg('Nothing leaves this phone.')}</h1>
  <p class="lede">${msg('You don’t have to take our word for it.')}</p>
  <ul class="points">
    ${point('offline', msg('Try it in flight mode'), msg('Once it’s on your phone, everything works offline: recalls, journal, insights.'))}
    ${point('lock', msg('Your browser enforces it'), msg('The app can only contact the server it came from. Your browser blocks everything else, and nothing of yours is sent.'))}
    ${point('eye', msg('Numbers, never pictures'), msg('Each frame is read and discarded straight away. No photo, video or sound is kept.'))}
    ${point('erase', msg('Yours to delete'), msg('There’s no account. You can delete any entry, or all of them, for good.'))}
  </ul>
`;

/** What the person agrees to, to be read in peace. */
export const agreementPanel = (): TemplateResult => html`
  <h1 class="h1">${msg('Before you start')}</h1>
  <p class="lede">${msg('Please read this through. It’s what you’re agreeing to.')}</p>
  <dl class="agreement">
    ${consentPoints().map(({ id, title, text }) => html`<div id=${id}><dt>${title}</dt><dd>${text}</dd></div>`)}
  </dl>
  <rv-more-below></rv-more-below>
`;
