import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { choices as choiceFields } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Choice, Choices, Difference } from '../../services/imports';
import { fullDay, timeOf } from '../../words/dates';
import { plural } from '../../words/plural';
import '../../words/report/more-feeling-words';
import { differing, type Fact } from '../entry/version-facts';
import { importStyles } from './import-styles';

/** Differences shown at once; the rest is one press away, so many at a time. */
const SHOWN = 6;

/**
 * Rows of a file whose entries are here and say something else: both beside each other, and what becomes of them, for all and for
 * each.
 *
 * @fires rv-choose - `detail` are the choices.
 */
@customElement('rv-import-differences')
export class RvImportDifferences extends WordsElement {
  @property({ attribute: false }) differs: readonly Difference[] = [];
  @property({ attribute: false }) choices!: Choices;
  @state() private shown = SHOWN;

  protected override render() {
    const more = this.differs.length - this.shown;
    return html`<section class="card decide" aria-labelledby="differs">
      <h2 class="h3" id="differs">${msg('Where the file differs')}</h2>
      <p class="small">
        ${msg('These are in your journal already. Updated entries keep what they said before, so you can look it up.')}
      </p>
      <fieldset>
        <legend>${msg('For all of them')}</legend>
        ${choiceFields('all', options(), this.choices.all, (all) => this.#choose({ all, rows: new Map() }))}
      </fieldset>
      <ol>
        ${this.differs.slice(0, this.shown).map((difference) => this.#difference(difference))}
      </ol>
      ${
        more > 0
          ? html`<button class="link" @click=${() => (this.shown += 10 * SHOWN)}>${plural(msg('{more, plural, one {Show one more} other {Show {more} more}}'), { more })}</button>`
          : nothing
      }
    </section>`;
  }

  #difference({ row, here, inFile }: Difference): TemplateResult {
    const [mine, its] = differing([here, inFile], true) as [readonly Fact[], readonly Fact[]];
    const when = `${fullDay(here.startedAt)}, ${timeOf(here.startedAt)}`;
    const chosen = this.choices.rows.get(row) ?? this.choices.all;
    return html`<li>
      <h3>${when}</h3>
      <div class="sides">
        <div>
          <p class="small">${msg('Yours')}</p>
          ${facts(mine)}
        </div>
        <div>
          <p class="small">${msg('In the file')}</p>
          ${facts(its)}
        </div>
      </div>
      <select
        aria-label=${msg(str`What to do with the entry from ${when}`)}
        @change=${({ target }: Event) => this.#chooseOne(row, options()[(target as HTMLSelectElement).selectedIndex]!.value)}
      >
        ${options().map(({ value, word }) => html`<option ?selected=${value === chosen}>${word}</option>`)}
      </select>
    </li>`;
  }

  #chooseOne(row: number, choice: Choice): void {
    this.#choose({ ...this.choices, rows: new Map([...this.choices.rows, [row, choice]]) });
  }

  #choose(choices: Choices): void {
    this.dispatchEvent(new CustomEvent('rv-choose', { detail: choices, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    choiceStyles,
    importStyles,
    css`
      ol {
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
        padding-block: var(--s4);
        border-block-start: 1px solid var(--line);
      }
      h3 {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: var(--s3) var(--s5);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s1) var(--s3);
      }
      dl dt {
        color: var(--ink-2);
        font-weight: 400;
      }
      dl dd {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .own {
        font-family: var(--serif);
      }
      fieldset {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
    `,
  ];
}

const options = () =>
  [
    { value: 'leave', word: msg('Leave mine as it is') },
    { value: 'replace', word: msg('Take the file’s') },
    { value: 'both', word: msg('Keep both') },
  ] as const satisfies readonly { value: Choice; word: string }[];

/** The title is the same in both, as the list is of one entry; it stands where nothing else tells it. */
const facts = (all: readonly Fact[]): TemplateResult =>
  html`<dl>
    ${(all.length > 1 ? all.slice(1) : all).map(({ name, value, own }) => html`<dt>${name}</dt><dd class=${own ? 'own' : ''}>${value}</dd>`)}
  </dl>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-import-differences': RvImportDifferences;
  }
}
