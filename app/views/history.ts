import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry } from '../domain/entry';
import { dayOf, momentAt } from '../domain/moment';
import '../elements/rv-empty';
import '../elements/rv-mark';
import '../elements/rv-notice';
import { sharedStyles } from '../elements/shared-styles';
import type { EntryList, UnreadableEntry } from '../journal/journal';
import { dayWords, monthOf, timeOf } from './dates';
import './entry-row';
import { failureNotice, failureScreen } from './failure-notice';
import { FromJournal } from './from-journal';
import { Screen } from './screen';
import { type Services, servicesContext } from './services';

/** Entries drawn at first, and added by each "Show older": about two months of daily use. */
export const PAGE_SIZE = 60;

interface Day {
  readonly day: string;
  readonly entries: readonly Entry[];
}

interface Month {
  readonly name: string;
  readonly days: readonly Day[];
}

/** Entries (newest first) grouped by local calendar day, and the days by month, in the same order. */
export function groupByDay(entries: readonly Entry[]): Month[] {
  const months = new Map<string, { name: string; days: Map<string, Entry[]> }>();
  for (const entry of entries) {
    const day = dayOf(entry.startedAt);
    const month = months.get(day.slice(0, 7)) ?? { name: monthOf(entry.startedAt), days: new Map<string, Entry[]>() };
    months.set(day.slice(0, 7), month);
    month.days.set(day, [...(month.days.get(day) ?? []), entry]);
  }
  return [...months.values()].map(({ name, days }) => ({
    name,
    days: [...days].map(([day, list]) => ({ day, entries: list })),
  }));
}

/** Every entry, by day. */
@customElement('rv-history')
export class RvHistory extends Screen {
  static override styles = [
    sharedStyles,
    css`
      .month {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      .month > h2 {
        margin-block-start: var(--s2);
        color: var(--ink-2);
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .day {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .day h3 {
        font-size: var(--t-1);
        font-weight: 600;
      }
      .card {
        padding: 0;
        overflow: clip;
      }
      .more {
        align-self: center;
      }
      .key {
        display: flex;
        gap: var(--s4);
        align-items: center;
      }
      .key span {
        display: inline-flex;
        gap: 6px;
        align-items: center;
      }
      .key rv-mark {
        --mark-size: 14px;
      }
    `,
  ];

  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  #limit = PAGE_SIZE;
  // One more than is drawn tells whether there are older ones.
  readonly #list = new FromJournal(
    this,
    () => this.services.journal,
    (journal) => journal.list({ limit: this.#limit + 1 }),
  );

  protected override render() {
    const { value, failure } = this.#list;
    if (!value) return failure ? failureScreen(failure) : html`<div class="page"></div>`;
    return html`<div class="page">
      ${this.#head(value)} ${failure ? failureNotice(failure) : nothing} ${this.#unreadable(value.unreadable)}
      ${value.entries.length === 0 ? this.#empty(value) : this.#months(value.entries)}
    </div>`;
  }

  #head({ entries }: EntryList): TemplateResult {
    return html`<header class="stack tight">
      <p class="eyebrow">${msg('History')}</p>
      <h1 class="h1">${entries.length === 0 ? msg('Nothing kept yet.') : msg('What you kept')}</h1>
      ${
        entries.length === 0
          ? nothing
          : html`<p class="small key">
              <span><rv-mark kind="you"></rv-mark>${msg('what you said')}</span>
              <span><rv-mark kind="face"></rv-mark>${msg('what your face showed')}</span>
            </p>`
      }
    </header>`;
  }

  #empty({ unreadable }: EntryList) {
    if (unreadable.length > 0) return nothing;
    return html`<rv-empty heading=${msg('Each day will have its place here')}>
      <p>${msg('A memory you relived, or a note of how you felt, with what you said and what your face showed.')}</p>
      <a slot="actions" class="button quiet" href="/">${msg('Go to today')}</a>
    </rv-empty>`;
  }

  #months(entries: readonly Entry[]): TemplateResult {
    const drawn = entries.slice(0, this.#limit);
    return html`
      ${groupByDay(drawn).map(
        ({ name, days }) =>
          html`<section class="month">
            <h2>${name}</h2>
            ${repeat(
              days,
              ({ day }) => day,
              (day) => this.#day(day),
            )}
          </section>`,
      )}
      ${entries.length > drawn.length ? html`<button class="plain less more" @click=${this.#showOlder}>${msg('Show older')}</button>` : nothing}
    `;
  }

  #day({ entries }: Day): TemplateResult {
    const now = momentAt(this.services.clock.epochMs(), this.services.clock.zone());
    return html`<section class="day">
      <h3>${dayWords(entries[0]!.startedAt, now)}</h3>
      <div class="card list">
        ${repeat(
          entries,
          ({ id }) => id,
          (entry) => html`<rv-entry-row .entry=${entry} when=${this.#when(entry)}></rv-entry-row>`,
        )}
      </div>
    </section>`;
  }

  #when(entry: Entry): string {
    return entry.kind === 'check-in' ? msg(str`${timeOf(entry.startedAt)}, check-in`) : timeOf(entry.startedAt);
  }

  /** An entry that cannot be read is still there, and said to be. */
  #unreadable(list: readonly UnreadableEntry[]) {
    if (list.length === 0) return nothing;
    const one = list.length === 1;
    const what = one ? msg('One entry cannot be read.') : msg(str`${list.length} entries cannot be read.`);
    const safe = one
      ? msg('It is left exactly as it is, and nothing is written over it. All others are below.')
      : msg('They are left exactly as they are, and nothing is written over them. All others are below.');
    return html`<rv-notice
      tone="warn"
      what=${what}
      safe=${safe}
      detail=${list.map(({ id, problem }) => `${id}: ${problem}`).join('; ')}
    ></rv-notice>`;
  }

  #showOlder(): void {
    this.#limit += PAGE_SIZE;
    void this.#list.refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-history': RvHistory;
  }
}
