import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hit } from '../../base/fold';
import { entryPath } from '../../domain/entry/entry-address';
import { WordsElement } from '../../elements/base/words-element';
import { valenceWord } from '../../words/report/rating-words';
import '../../elements/marks/pair';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { titleWords } from './entry-title';

/**
 * One entry in a list, as a link to it: when, what, and the two marks; the same in words for screen readers.
 *
 * `when`: already in words, for the list knows what it groups by. `hit`: where a search found it, if the title does not show that.
 * `labelled`: names the marks.
 */
@customElement('rv-entry-row')
export class RvEntryRow extends WordsElement {
  @property({ attribute: false }) outline!: EntryOutline;
  @property() when = '';
  @property({ attribute: false }) hit: Hit | null = null;
  @property({ type: Boolean }) labelled = false;

  protected override render() {
    const { id, kind, title, feelings, valence: you, facialValence, faceDisputed } = this.outline;
    const face = faceDisputed ? null : facialValence;
    return html`<a href=${entryPath(id)}>
      <span class="words">
        <span class="when number">${this.when}</span>
        <span class="title">${titleWords(kind, title, feelings)}</span>
        ${this.hit ? html`<span class="hit">${this.hit.before}<mark>${this.hit.match}</mark>${this.hit.after}</span>` : nothing}
        <span class="visually-hidden">${ratingWords(you, face)}</span>
      </span>
      <rv-pair .you=${you} .face=${face} ?labelled=${this.labelled}></rv-pair>
    </a>`;
  }

  static override styles = [
    sharedStyles,
    css`
      a {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
        min-height: 68px;
        padding: var(--s3) var(--s4);
        border-radius: inherit;
        color: inherit;
        text-decoration: none;
        transition: background-color var(--quick) var(--ease);
      }
      a:hover {
        background: color-mix(in srgb, var(--ember-soft) 35%, transparent);
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      .words {
        min-width: 0;
      }
      .when {
        font-size: var(--t-1);
        color: var(--ink-2);
      }
      .hit {
        display: block;
        color: var(--ink-2);
        font-size: var(--t-1);
        overflow-wrap: anywhere;
      }
      mark {
        border-radius: 3px;
        background: var(--ember-soft);
        color: var(--ink);
      }
      .title {
        display: -webkit-box;
        overflow: hidden;
        font: 500 1.0625rem / 1.35 var(--serif);
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
    `,
  ];
}

/** The two marks in words. The face's word is of an expression, so it is said to look. */
function ratingWords(you: number | null, face: number | null): string {
  if (you === null) {
    return face === null ? msg('you: not rated') : msg(str`you: not rated, face looked ${valenceWord(face)}`);
  }
  return face === null
    ? msg(str`you: ${valenceWord(you)}`)
    : msg(str`you: ${valenceWord(you)}, face looked ${valenceWord(face)}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry-row': RvEntryRow;
  }
}
