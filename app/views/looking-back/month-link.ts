import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DAY_MS } from '../../base/time';
import { momentAt, wallMs } from '../../domain/moment/moment';
import { monthOfDay, neighbourOf, type ReviewPeriod } from '../../domain/moment/review-period';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { monthWord } from '../../words/calendar';
import { FromJournal } from '../shared/from-journal';

/** How many days before the end of a month, and after it, its page is mentioned. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 5;
/** Fewer entries are soon read again in History. */
const LEAST = 5;

/** The month that a day ends, or that ended shortly before it; null in the middle of one. */
export function monthToRead(day: number): ReviewPeriod | null {
  const month = monthOfDay(day);
  if (day >= month.to - DAYS_BEFORE) return month;
  return day < month.from + DAYS_AFTER ? neighbourOf(month, 'before') : null;
}

/** At the end of a month, the way to its page; nothing else, and nothing where little was written. */
@customElement('rv-month-link')
export class RvMonthLink extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #entries = new FromJournal(
    this,
    () => this.services.journal,
    async (journal) => {
      const month = this.#month;
      if (!month) return 0;
      const { outlines } = await journal.outlines();
      const day = ({ startedAt }: (typeof outlines)[number]): number => Math.floor(wallMs(startedAt) / DAY_MS);
      return outlines.filter((outline) => day(outline) >= month.from && day(outline) < month.to).length;
    },
  );

  get #month(): ReviewPeriod | null {
    const { clock } = this.services;
    return monthToRead(Math.floor(wallMs(momentAt(clock.epochMs(), clock.zone())) / DAY_MS));
  }

  protected override render() {
    const month = this.#month;
    if (!month || (this.#entries.value ?? 0) < LEAST) return nothing;
    return html`<a class="link" href="/insights/${month.name}"
      >${msg(str`${monthWord(month.from)}, to read`)}<rv-icon name="forward"></rv-icon
    ></a>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .link {
        text-decoration: none;
      }
      rv-icon {
        --icon-size: 1.1em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-month-link': RvMonthLink;
  }
}
