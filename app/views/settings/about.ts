import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { settingsStyles } from './settings-styles';

/** What nobody has to take on trust: how the privacy promise can be checked; then version and licences. */
@customElement('rv-settings-about')
export class RvSettingsAbout extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  protected override render() {
    return html`
      <section aria-labelledby="privacy">
        <h2 class="h2" id="privacy">${msg('Nothing leaves this phone')}</h2>
        <div class="card">
          <p class="lede">
            ${msg('There’s no account, no server that stores anything, and no analytics. You don’t have to take our word for it:')}
          </p>
          <ol>
            <li>${msg('Turn on flight mode after your first recall. Everything still works.')}</li>
            <li>
              ${msg('The page comes with a rule, its content security policy, that stops the browser from sending anything anywhere else. You can see it on the first request in your browser’s developer tools.')}
            </li>
            <li>${msg('In the same tools, the network list stays empty during a recall.')}</li>
          </ol>
        </div>
      </section>
      <section aria-labelledby="about">
        <h2 class="h2" id="about">${msg('About')}</h2>
        <div class="card">
          <p class="lede">${msg(str`Reverie ${this.services.appVersion}. Free software under the MIT licence.`)}</p>
          <p class="small">
            ${msg('It’s not a medical device, and it’s not for work, school, hiring, policing or diagnosis.')}
          </p>
          <a class="link" href="/licences.md" target="_blank">${msg('Open-source licences')}</a>
        </div>
      </section>
    `;
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      ol {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        margin: 0;
        padding-inline-start: 1.3em;
        color: var(--ink-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-about': RvSettingsAbout;
  }
}
