import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dayOf, type Moment } from '../../domain/moment/moment';
import { whenWords } from '../../words/dates';

/** What a check-in that was begun on an earlier day asks: it is about that day, unless the person says otherwise. */
export const askOfOtherDay = (startedAt: Moment, now: Moment, toNow: () => void): TemplateResult | null =>
  dayOf(startedAt) === dayOf(now)
    ? null
    : html`<h1 class="h1">${msg(str`How were you? ${whenWords(startedAt, now)}`)}</h1>
        <button type="button" class="link" @click=${toNow}>${msg('It’s about right now')}</button>`;
