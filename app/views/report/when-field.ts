import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Moment } from '../../domain/moment/moment';
import { fieldOfMoment, momentOfField } from '../../domain/moment/wall-time';

/**
 * A field for the day and the time of an entry, in the zone it was lived in. A time to come is not taken, because nothing has
 * been felt then, and neither is a year of fewer than four digits, which is a slip.
 */
export const whenField = (moment: Moment, now: Moment, choose: (moment: Moment) => void): TemplateResult =>
  html`<label class="field">
    <span>${msg('Date and time of this entry')}</span>
    <input
      type="datetime-local"
      required
      min="1000-01-02T00:00"
      max=${fieldOfMoment({ ...now, offsetMinutes: moment.offsetMinutes })}
      .value=${fieldOfMoment(moment)}
      @change=${({ target }: Event) => {
        const field = target as HTMLInputElement;
        const chosen = momentOfField(field.value, moment.zone);
        if (chosen && field.reportValidity() && chosen.epochMs <= now.epochMs) choose(chosen);
      }}
    />
  </label>`;
