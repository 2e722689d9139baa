import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import '../sample/sample-offer';

/** What the sample journal is, and the way into it. */
@customElement('rv-settings-sample')
export class RvSettingsSample extends WordsElement {
  protected override render() {
    return html`<p class="lede">
        ${msg('Two made-up years to look around in, with every screen. Your own journal stays as it is, closed meanwhile; the sample is erased when you leave.')}
      </p>
      <rv-sample-offer></rv-sample-offer>`;
  }

  static override styles = sharedStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-sample': RvSettingsSample;
  }
}
