import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Settings } from '../../domain/settings/settings';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { FromJournal } from '../shared/from-journal';
import { Screen } from '../shared/screen';

/** Stands in the sample where Settings would be: what it is, what was put into it, and where to look. */
@customElement('rv-about-sample')
export class RvAboutSample extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #settings = new FromJournal(
    this,
    () => this.services.journal,
    (journal) => journal.settings(),
  );

  protected override render() {
    const theme = this.#settings.value?.theme ?? 'system';
    return html`<div class="page">
      <header class="stack tight">
        <p class="eyebrow">${msg('Settings')}</p>
        <h1 class="h1">${msg('This is a sample journal.')}</h1>
        <p class="lede">
          ${msg('Two years of entries, made up on this phone a moment ago. Look around, write in it, delete from it: it’s kept apart from your own journal, and it’s erased when you leave.')}
        </p>
      </header>
      <section class="stack tight" aria-labelledby="inside">
        <h2 class="h2" id="inside">${msg('What was put into it')}</h2>
        <p class="lede">${msg('Chance, mostly, as in any life. And a few things that Insights should find:')}</p>
        <ul class="inside">
          ${planted().map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      <section class="stack tight" aria-labelledby="look">
        <h2 class="h2" id="look">${msg('Appearance')}</h2>
        <div class="card">${this.#theme(theme)}</div>
      </section>
      <section class="stack tight" aria-labelledby="rest">
        <h2 class="h2" id="rest">${msg('The rest')}</h2>
        <p class="lede">
          ${msg('Backups, the lock, import and everything else in Settings are for your own journal, so they aren’t here. The sample can be printed, like any journal.')}
        </p>
        <a class="link" href="/print">${msg('Print the sample')}</a>
      </section>
    </div>`;
  }

  #theme(theme: Settings['theme']): TemplateResult {
    const options = [
      { value: 'system', word: msg('Match system') },
      { value: 'light', word: msg('Light') },
      { value: 'dark', word: msg('Dark') },
    ] as const;
    const change = (value: Settings['theme']) =>
      void this.services.journal.changeSettings({ theme: value }).catch(() => this.#settings.refresh());
    return html`<fieldset aria-labelledby="look">${choices<Settings['theme']>('theme', options, theme, change)}</fieldset>`;
  }

  static override styles = [
    sharedStyles,
    choiceStyles,
    css`
      .page {
        gap: var(--s6);
      }
      .inside {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        padding-inline-start: 1.25rem;
        line-height: 1.5;
      }
      .link {
        align-self: flex-start;
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];
}

/** See `SAMPLE_TRUTHS`. */
const planted = (): readonly string[] => [
  msg('Mondays are a little harder than other days.'),
  msg('Last spring things got better, and stayed that way.'),
  msg('Days with a walk tend to be good ones.'),
  msg('One day resembles the next, and summers are lighter than winters.'),
  msg('The face follows the words, loosely.'),
];

declare global {
  interface HTMLElementTagNameMap {
    'rv-about-sample': RvAboutSample;
  }
}
