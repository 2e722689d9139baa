import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { plural } from '../../words/plural';
import { ChartPointEvent } from './chart-point-event';
import type { TableData, TableRow } from './table-data';

/** Rows drawn at once: a thousand would make a phone stutter, and nobody reads them in one go. */
export const ROWS_AT_ONCE = 100;

/**
 * The numbers behind a chart. A row that stands for an entry has its first cell as a button.
 *
 * @fires rv-point when such a row is activated
 */
@customElement('rv-chart-table')
export class ChartTable extends WordsElement {
  @property({ attribute: false }) data: TableData | null = null;
  @state() private shown = ROWS_AT_ONCE;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.shown = ROWS_AT_ONCE;
  }

  protected override render() {
    if (!this.data) return nothing;
    const { caption, columns, rows } = this.data;
    const more = Math.min(ROWS_AT_ONCE, rows.length - this.shown);
    return html`
      <p id="caption">${caption}</p>
      <div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
        <table aria-describedby="caption">
          <thead>
            <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
          </thead>
          <tbody>${rows.slice(0, this.shown).map((row) => this.#row(row))}</tbody>
        </table>
        ${
          more > 0
            ? html`<button type="button" class="more" @click=${this.#showMore}>
                ${plural(msg('Show {more} more of {all}'), { more, all: rows.length })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #row({ cells: [first, ...others], entryId }: TableRow) {
    return html`<tr>
      <th scope="row">
        ${entryId === undefined ? first : html`<button type="button" @click=${() => this.#activate(entryId)}>${first}</button>`}
      </th>
      ${others.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  }

  #activate(entryId: string): void {
    this.dispatchEvent(new ChartPointEvent(entryId));
  }

  readonly #showMore = (): void => {
    this.shown += ROWS_AT_ONCE;
  };

  static override styles = css`
    :host {
      display: block;
      color: var(--ink);
      font: 400 var(--t-1) / 1.4 var(--sans);
    }
    p {
      margin: 0 0 var(--s2);
      color: var(--ink-2);
    }
    .scroll {
      max-height: 320px;
      overflow: auto;
      overscroll-behavior: contain;
      border: 1px solid var(--line);
      border-radius: var(--r-s);
    }
    table {
      width: 100%;
      border-collapse: separate;
      border-spacing: 0;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: var(--s2);
      font-weight: 400;
      text-align: end;
      white-space: nowrap;
    }
    /* A date may take two lines: the numbers beside it may not be cut. */
    th:first-child {
      white-space: normal;
      position: sticky;
      inset-inline-start: 0;
      background: var(--card);
      text-align: start;
    }
    thead th {
      position: sticky;
      top: 0;
      z-index: 1;
      border-bottom: 1px solid var(--line);
      background: var(--card);
      color: var(--ink-2);
    }
    thead th:first-child {
      z-index: 2;
    }
    tbody tr:nth-child(even) > * {
      background: var(--sunk);
    }
    button {
      min-height: 44px;
      margin-block: calc(-1 * var(--s2));
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
      text-align: start;
      text-decoration: underline;
      text-decoration-color: var(--edge);
      text-underline-offset: 4px;
    }
    .more {
      position: sticky;
      inset-inline-start: 0;
      margin: 0;
      padding-inline: var(--s3);
    }
    :focus-visible {
      outline: var(--focus);
      outline-offset: -3px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-chart-table': ChartTable;
  }
}
