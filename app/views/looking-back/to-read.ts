import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Moment, momentAt, wallMs } from '../../domain/moment/moment';
import type { ReviewPeriod } from '../../domain/moment/review-period';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import type { ToRead } from '../../services/reviews';
import { type Services, servicesContext } from '../../services/types';
import { fullDay } from '../../words/dates';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import '../history/entry-row';
import { cssVars } from '../../elements/base/css-vars';
import { WordsElement } from '../../elements/base/words-element';
import { allFeelingWords } from '../report/all-feeling-words';
import { FromJournal } from '../shared/from-journal';
import { periodName } from './period-name';

/** What happened on this day in earlier years, and the months and years there are to read, as covers. */
@customElement('rv-to-read')
export class RvToRead extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #toRead = new FromJournal(
    this,
    () => this.services.journal,
    async () => {
      const [reviews] = await Promise.all([this.services.reviews(), allFeelingWords()]);
      return reviews.toRead();
    },
  );

  protected override render() {
    const { value } = this.#toRead;
    if (!value || value.months.length === 0) return nothing;
    return html`${this.#onThisDay(value)}
      <section aria-labelledby="read">
        <h2 class="h2" id="read">${msg('To read on a Sunday')}</h2>
        <ul class="covers">
          ${covers(value).map((period) => html`<li>${cover(period)}</li>`)}
        </ul>
      </section>`;
  }

  #onThisDay({ onThisDay }: ToRead) {
    const [newest] = onThisDay;
    if (!newest) return nothing;
    return html`<section aria-labelledby="day">
      <h2 class="h2" id="day">${this.#years(newest)}</h2>
      ${remembered(newest)}
      <ul class="rows">
        ${onThisDay.map((outline) => html`<li><rv-entry-row .outline=${outline} when=${fullDay(outline.startedAt)}></rv-entry-row></li>`)}
      </ul>
    </section>`;
  }

  #years({ startedAt }: EntryOutline): string {
    const { clock } = this.services;
    const year = (moment: Moment): number => new Date(wallMs(moment)).getUTCFullYear();
    const years = year(momentAt(clock.epochMs(), clock.zone())) - year(startedAt);
    return plural(msg('{years, plural, one {A year ago today} other {{years} years ago today}}'), { years });
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--s6);
        margin-block: var(--s4);
      }
      section {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
      }
      .rows li {
        border-radius: var(--r);
        background: var(--card);
        box-shadow: var(--shadow);
      }
      .rows {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .covers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: var(--s3);
      }
      /* A shelf on a phone: rows of covers would stand for a long way between the reader and what comes below. */
      @media (max-width: 40rem) {
        ul.covers {
          grid-template-columns: none;
          grid-auto-columns: 8.5rem;
          grid-auto-flow: column;
          margin-inline: calc(-1 * var(--edge-space));
          padding: var(--s1) var(--edge-space);
          overflow-x: auto;
          scroll-padding-inline: var(--edge-space);
          scroll-snap-type: inline proximity;
        }
        .covers li {
          scroll-snap-align: start;
        }
      }
      a {
        position: relative;
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        aspect-ratio: 3 / 4;
        padding: var(--s3);
        overflow: hidden;
        border-radius: var(--r-s);
        background: var(--ember-soft);
        color: var(--ink);
        font: 500 var(--t1) / 1.15 var(--serif);
        text-decoration: none;
      }
      /* A sun that stands higher the lighter the time of the year, and the land it goes down behind. */
      a::before,
      a::after {
        content: "";
        position: absolute;
        inset-inline-start: 50%;
      }
      a::before {
        inset-block-start: var(--height);
        width: 46%;
        aspect-ratio: 1;
        border-radius: 50%;
        background: linear-gradient(var(--sun-high), var(--sun-low));
        transform: translateX(calc(-50% * var(--forward)));
      }
      a::after {
        inset: 58% -30% -20%;
        border-radius: 50% 50% 0 0 / 18% 18% 0 0;
        background: var(--card);
      }
      a span {
        position: relative;
        z-index: 1;
      }
      .year {
        font-size: var(--t3);
      }
      a:hover span {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 4px;
      }
    `,
  ];
}

/** The newest years, then the newest months. */
const covers = ({ months, years }: ToRead): readonly ReviewPeriod[] => [...years.slice(0, 2), ...months];

const cover = (period: ReviewPeriod): TemplateResult => {
  const month = period.kind === 'year' ? 6 : Number(period.name.slice(5)) - 1;
  // Highest in July, lowest in January.
  const height = 26 + 16 * Math.cos(((month - 0.5) / 12) * 2 * Math.PI);
  return html`<a href="/insights/${period.name}" ${cssVars({ '--height': `${height.toFixed(1)}%` })}
    ><span class=${period.kind}>${periodName(period)}</span></a
  >`;
};

/** The memory of then, in a sentence; a check-in stands for itself. */
function remembered({ kind, title, valence }: EntryOutline) {
  if (kind !== 'recall' || title === '') return nothing;
  return html`<p class="told">${valence === null ? msg(str`You went back to “${title}”.`) : msg(str`You went back to “${title}”, and rated it ${valenceWord(valence)}.`)}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-to-read': RvToRead;
  }
}
