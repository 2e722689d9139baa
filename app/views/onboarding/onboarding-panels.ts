import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { CAMERA_PARTS, type CameraPart, type Permits } from '../../domain/settings/consents';
import type { IconName } from '../../elements/marks/icon-paths';
import '../../elements/blocks/more-below';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { consentLimits, consentParts, consentPoints } from '../../recall/consent/consent';
import { helpLink } from '../shared/help-link';

const point = (icon: IconName, title: string, text: string): TemplateResult => html`
  <li>
    <span class="badge"><rv-icon name=${icon}></rv-icon></span>
    <div><b>${title}</b><p>${text}</p></div>
  </li>
`;

/** What the app is and is not, in one breath. */
export const welcomePanel = (): TemplateResult => html`
  <rv-scene class="scene" seed="welcome"></rv-scene>
  <h1 class="h1">${msg('Go back to a moment, and see what your face shows.')}</h1>
  <p class="lede">
    ${msg('Think of a memory while the camera reads your face. Say how it felt, and see the two side by side.')}
  </p>
  <p class="lede">${msg('It’s not a lie detector, and not a therapist. Only you know what you feel.')}</p>
  <details>
    <summary>${msg('Nothing leaves this phone.')}</summary>
    <ul class="points">
      ${point('offline', msg('Try it in flight mode'), msg('Once it’s on your phone, everything works offline: recalls, journal, insights.'))}
      ${point('lock', msg('Your browser enforces it'), msg('The app can only contact the server it came from. Your browser blocks everything else, and nothing of yours is sent.'))}
      ${point('eye', msg('Numbers, never pictures'), msg('Each frame is read and discarded straight away. No photo, video or sound is kept.'))}
      ${point('erase', msg('Yours to delete'), msg('There’s no account. You can delete any entry, or all of them, for good.'))}
    </ul>
  </details>
`;

/** What the person agrees to, part by part; `toggle` is told of each that they tick or untick. */
export const agreementPanel = (said: Permits, toggle: (part: CameraPart) => void): TemplateResult => html`
  <h1 class="h1">${msg('May it read your face?')}</h1>
  <div class="parts" role="group" aria-label=${msg('What you agree to')}>
    ${CAMERA_PARTS.map((part) => {
      const { title, text } = consentParts()[part];
      return html`<label class="part">
        <input
          type="checkbox"
          name=${part}
          .checked=${said[part]}
          ?disabled=${part === 'readings' && !said.face}
          @change=${() => toggle(part)}
        />
        <span><b>${title}</b><span class="small">${text}</span></span>
      </label>`;
    })}
  </div>
  <ul class="limits">
    ${consentLimits().map((line) => html`<li>${line}</li>`)}
  </ul>
  <details>
    <summary>${msg('Read all of it')}</summary>
    <dl class="agreement">
      ${consentPoints().map(({ id, title, text }) => html`<div id=${id}><dt>${title}</dt><dd>${text}${id === 'help' ? helpLink() : nothing}</dd></div>`)}
    </dl>
  </details>
  <rv-more-below></rv-more-below>
`;
