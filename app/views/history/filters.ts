import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CUE_VALENCES, DIRECTIONS } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { classWord, directionWord } from '../../words/memory/memory-words';
import { feelingWord } from '../../words/report/feeling-words';
import { valenceWord } from '../../words/report/rating-words';
import { type Filter, feelingsIn, NO_FILTER, narrowedBy, tagsIn } from './filter';

export { filtered, NO_FILTER } from './filter';

/** Fired when the filter changes. */
export type FilterChange = CustomEvent<{ readonly filter: Filter }>;

/** The middle of each of the five steps. */
const STEPS = [-0.8, -0.4, 0, 0.4, 0.8] as const;

interface Option {
  readonly value: string;
  readonly word: string;
}

/**
 * What the history can be narrowed by, each in a list of its own.
 *
 * @fires rv-change {FilterChange}
 */
@customElement('rv-history-filters')
export class HistoryFilters extends WordsElement {
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  /** All there are: their feelings can be chosen. */
  @property({ attribute: false }) outlines: readonly EntryOutline[] = [];

  protected override render() {
    const { filter } = this;
    const steps = STEPS.map((value, at) => ({ value: String(at + 1), word: valenceWord(value) }));
    return html`<div class="filters">
      ${this.#field('kind', msg('Kind of entry'), filter.kind, [
        { value: 'recall', word: msg('relived memories') },
        { value: 'check-in', word: msg('check-ins') },
      ])}
      ${this.#field(
        'feeling',
        msg('Feeling'),
        filter.feeling,
        feelingsIn(this.outlines).map((value) => ({ value, word: feelingWord(value) })),
      )}
      ${this.#field(
        'tag',
        msg('Tag'),
        filter.tag,
        tagsIn(this.outlines).map((value) => ({ value, word: value })),
      )}
      ${this.#field('lowest', msg('Felt at least'), filter.lowest, steps)}
      ${this.#field('highest', msg('Felt at most'), filter.highest, steps)}
      ${this.#field(
        'cueClass',
        msg('The question asked for'),
        filter.cueClass,
        CUE_VALENCES.map((value) => ({ value, word: classWord(value) })),
      )}
      ${this.#field(
        'direction',
        msg('When'),
        filter.direction,
        DIRECTIONS.map((value) => ({ value, word: directionWord(value) })),
      )}
      ${this.#field('withFace', msg('Face'), filter.withFace, [
        { value: 'true', word: msg('with a face reading') },
        { value: 'false', word: msg('without') },
      ])}
      ${
        narrowedBy(filter) === 0
          ? nothing
          : html`<button class="link" @click=${() => this.#change(NO_FILTER)}>${msg('Show everything')}</button>`
      }
    </div>`;
  }

  #field(name: keyof Filter, label: string, chosen: Filter[keyof Filter], options: readonly Option[]): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <select @change=${({ target }: Event) => this.#choose(name, (target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === null}>${msg('any')}</option>
        ${options.map(({ value, word }) => html`<option value=${value} ?selected=${String(chosen) === value}>${word}</option>`)}
      </select>
    </label>`;
  }

  #choose(name: keyof Filter, text: string): void {
    this.#change({ ...this.filter, [name]: text === '' ? null : parsed(name, text) });
  }

  #change(filter: Filter): void {
    this.filter = filter;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { filter } }));
  }

  static override styles = [
    sharedStyles,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
        gap: var(--s3);
        align-items: end;
      }
      .field {
        gap: 2px;
      }
      .field > span {
        font-size: var(--t-1);
        font-weight: 400;
      }
      select {
        min-height: 44px;
        padding-block: var(--s2);
      }
    `,
  ];
}

function parsed(name: keyof Filter, text: string): Filter[keyof Filter] {
  if (name === 'withFace') return text === 'true';
  return name === 'lowest' || name === 'highest' ? Number(text) : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-history-filters': HistoryFilters;
  }
}
