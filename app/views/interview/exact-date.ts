import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import { isMemoryDate } from '../../domain/memory/memory-date';
import { precisionOf } from '../../domain/memory/memory-when';
import { monthNames } from '../../words/memory/memory-date-words';

/** Called with what they know, `2019-07-14`, `2019-07` or `2019`, or with null where a field was emptied. */
type Choose = (date: string | null) => void;

/**
 * For those who know it more exactly than roughly: the day, in the browser's own field, or the year and perhaps its month. A day to
 * come is not taken, because it was. `today`: `2026-11-22`
 */
export function exactDate({ date = '' }: Memory, today: string, choose: Choose): TemplateResult {
  const isDay = date !== '' && precisionOf(date) === 'day';
  return html`<div class="exact">
    <details name="exact" ?open=${isDay}>
      <summary>${msg('I know the day')}</summary>
      <input type="date" aria-label=${msg('Day')} min="1000-01-01" max=${today} .value=${isDay ? date : ''} @change=${onDay(choose)} />
    </details>
    <details name="exact" ?open=${date !== '' && !isDay}>
      <summary>${msg('I know the month or the year')}</summary>
      ${monthAndYear(isDay ? '' : date, today, choose)}
    </details>
  </div>`;
}

function monthAndYear(date: string, today: string, choose: Choose): TemplateResult {
  const [year = '', month = ''] = date.split('-');
  return html`<div class="pair" @change=${(event: Event) => onMonthOrYear(event, today, choose)}>
    <label class="field">
      <span>${msg('Year')}</span>
      <input type="number" name="year" inputmode="numeric" min="1000" max=${today.slice(0, 4)} step="1" .value=${year} />
    </label>
    <label class="field">
      <span>${msg('Month')}</span>
      <select name="month">
        <option value="" ?selected=${month === ''}>${msg('not sure')}</option>
        ${monthNames().map((name, at) => {
          const value = String(at + 1).padStart(2, '0');
          return html`<option value=${value} ?selected=${value === month}>${name}</option>`;
        })}
      </select>
    </label>
  </div>`;
}

/** A field says by itself what is wrong with a day; until it is one, nothing is taken from it. */
const onDay =
  (choose: Choose) =>
  ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    if (field.reportValidity()) choose(isMemoryDate(field.value) ? field.value : null);
  };

function onMonthOrYear({ currentTarget }: Event, today: string, choose: Choose): void {
  const pair = currentTarget as HTMLElement;
  const year = pair.querySelector<HTMLInputElement>('[name=year]')!;
  const month = pair.querySelector<HTMLSelectElement>('[name=month]')!;
  const date = [year.value, month.value].filter((part) => part !== '').join('-');
  month.setCustomValidity(year.value !== '' && date > today.slice(0, date.length) ? msg('That’s still to come.') : '');
  if (!year.reportValidity() || !month.reportValidity()) return;
  // A month alone could be of any year: it waits for it.
  choose(isMemoryDate(date) ? date : null);
}
