import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import {
  CONSENT_PARTS,
  type ConsentPart,
  type ConsentSaid,
  consentTo,
  lastSaid,
  neededBy,
} from '../../domain/settings/consents';
import { areOn } from '../../domain/settings/reminders-said';
import type { Settings } from '../../domain/settings/settings';
import { WordsElement } from '../../elements/base/words-element';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { consentParts, consentPoints, TEXT_VERSIONS } from '../../recall/consent/consent';
import { type Services, servicesContext } from '../../services/types';
import { dayHere } from '../../words/day-words';
import { formatCount } from '../../words/numbers';
import { FromJournal } from '../shared/from-journal';
import { helpLink } from '../shared/help-link';
import { journalNotice } from '../shared/journal-notice';
import { settingsStyles } from './settings-styles';

/** What tells how each part stands. */
type Agreed = Pick<Settings, 'consents' | 'reminders'>;

/** Everything the person agreed to, each to be taken back or given again by itself, and all they ever said of it. */
@customElement('rv-settings-consents')
export class RvSettingsConsents extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private failure: JournalFailure | null = null;

  readonly #consents = new FromJournal(
    this,
    () => this.services.journal,
    (journal) => journal.settings(),
  );

  protected override render() {
    const { value, failure } = this.#consents;
    return html`<div class="card">
      ${failure ? journalNotice(failure) : nothing} ${this.failure ? journalNotice(this.failure) : nothing}
      ${value ? this.#parts(value) : nothing}
    </div>`;
  }

  #parts(settings: Agreed): TemplateResult {
    const { consents } = settings;
    return html`${CONSENT_PARTS.map((part) => this.#part(part, settings))}
      <details>
        <summary>${msg('What you agree to')}</summary>
        <div class="stack">
          ${consentPoints().map(({ id, title, text }) => html`<div><h3>${title}</h3><p class="small">${text}</p>${id === 'help' ? helpLink() : nothing}</div>`)}
        </div>
      </details>
      ${consents.length > 0 ? this.#history(consents) : nothing}`;
  }

  #part(part: ConsentPart, settings: Agreed): TemplateResult {
    const { title, text } = consentParts()[part];
    const given = isGiven(part, settings);
    const needed = neededBy(part);
    const moot = needed !== null && !isGiven(needed, settings);
    return html`<div class="group">
      <label class="part">
        <span><b>${title}</b><span class="small">${text}</span></span>
        <input type="checkbox" role="switch" name=${part} .checked=${given} ?disabled=${moot} @change=${({ target }: Event) => void this.#say(part, target as HTMLInputElement)} />
      </label>
      <p class="small">${stateWords(part, settings)}</p>
    </div>`;
  }

  #history(consents: readonly ConsentSaid[]): TemplateResult {
    return html`<details>
      <summary>${msg('Everything you said about it')}</summary>
      <ol class="said">
        ${consents.map(({ part, given, textVersion, atMs }) => {
          const title = part in consentParts() ? consentParts()[part as ConsentPart].title : part;
          const words = given ? msg(str`Agreed: ${title}`) : msg(str`Taken back: ${title}`);
          return html`<li><span>${words}</span><span class="small number">${msg(str`${dayHere(atMs)}, version ${formatCount(textVersion)} of the text`)}</span></li>`;
        })}
      </ol>
    </details>`;
  }

  async #say(part: ConsentPart, field: HTMLInputElement): Promise<void> {
    this.failure = null;
    try {
      await (await this.services.consents()).say(part, field.checked);
    } catch (error) {
      // The platform has switched it already. What is shown must be what holds.
      field.checked = !field.checked;
      this.failure = asJournalFailure(error, 'save-failed');
    }
    this.#consents.refresh();
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    foldStyles,
    css`
      .said {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .said span {
        display: block;
        font-family: var(--sans);
      }
    `,
  ];
}

/** Whether it holds. That there are times is what reminders go by, since before they were asked for by name. */
const isGiven = (part: ConsentPart, { consents, reminders }: Agreed): boolean =>
  part === 'reminders' ? areOn(reminders) : consentTo(consents, part, TEXT_VERSIONS[part]) === true;

/** Since when, and what it means now. */
function stateWords(part: ConsentPart, settings: Agreed): string {
  const last = lastSaid(settings.consents, part);
  if (!last) {
    if (part !== 'reminders') return msg('You haven’t been asked yet.');
    return isGiven(part, settings) ? msg('On since before this list began.') : msg('Off. Nothing reminds you.');
  }
  const day = dayHere(last.atMs);
  if (!last.given) return takenBack(day)[part];
  if (last.textVersion !== TEXT_VERSIONS[part]) return msg('The text has changed, so you’ll be asked again.');
  return msg(str`Agreed on ${day}.`);
}

const takenBack = (day: string): Readonly<Record<ConsentPart, string>> => ({
  face: msg(str`Taken back on ${day}. The camera stays off.`),
  readings: msg(str`Taken back on ${day}. What is read is gone once you save.`),
  reminders: msg(str`Taken back on ${day}. Nothing reminds you.`),
});

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-consents': RvSettingsConsents;
  }
}
