import { msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { everyVersion } from '../../domain/entry/edits';
import type { Entry } from '../../domain/entry/entry';
import type { Moment } from '../../domain/moment/moment';
import { WordsElement } from '../../elements/base/words-element';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { whenWords } from '../../words/dates';
import { plural } from '../../words/plural';
import { differing, type Fact } from './version-facts';

/** How an entry was changed after it was saved, for those who want to know: what it said before, each time, the latest first. */
@customElement('rv-entry-edits')
export class RvEntryEdits extends WordsElement {
  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) now!: Moment;

  protected override render() {
    const { edits = [] } = this.entry;
    const versions = everyVersion(this.entry);
    const changes = edits.map(({ at }, index) => ({
      at,
      was: differing(versions.slice(index, index + 2), true)[0]!,
    }));
    return html`<details>
      <summary>${plural(msg('{n, plural, one {Changed once} other {Changed {n} times}}'), { n: edits.length })}</summary>
      <ol class="changes">
        ${changes.toReversed().map(({ at, was }) => this.#change(at, was))}
      </ol>
    </details>`;
  }

  #change(at: Moment, was: readonly Fact[]): TemplateResult {
    return html`<li>
      <p class="small">${msg(str`Changed: ${whenWords(at, this.now)}. Before, it said:`)}</p>
      <dl>
        ${was.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}
      </dl>
    </li>`;
  }

  static override styles = [
    sharedStyles,
    foldStyles,
    css`
      .changes {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      dl {
        display: grid;
        grid-template-columns: fit-content(45%) 1fr;
        gap: var(--s1) var(--s4);
        margin-top: var(--s2);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        white-space: pre-line;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry-edits': RvEntryEdits;
  }
}
