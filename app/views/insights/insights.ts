import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChartPictureEvent, ChartPointEvent } from '../../charts/kit/chart-point-event';
import { entryPath } from '../../domain/entry/entry-address';
import { momentAt } from '../../domain/moment/moment';
import '../../charts/valence/valence-chart';
import '../../elements/blocks/when-near';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { summaryStyles } from '../../elements/styles/summary-styles';
import type { Chapter, ChapterName } from '../../insights/chapters/chapters';
import type { OverTime } from '../../insights/chapters/over-time';
import type { EntryOutline } from '../../journal/journal';
import { type Services, servicesContext } from '../../services/types';
import type { Filter } from '../history/filter';
import type { FilterChange, filtered } from '../history/filters';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';
import { toRead } from '../shared/to-read';
import { WhenFetched } from '../shared/when-fetched';
import { apartNote } from './apart-words';
import type { Ask } from './ask';
import { findingWords } from './finding-words';
import type { nothingYet } from './nothing-yet';
import { RANGES, type Range, rangeWord, type Span, spanBefore, spanOf } from './ranges';
import { Reading } from './reading';

interface InsightsData {
  readonly overTime: OverTime;
  readonly outlines: readonly EntryOutline[];
  readonly unreadable: number;
  /** For what comes below: it asks of the same range, filter and state of the journal. */
  readonly ask: Ask;
  /** What says so where there is nothing to tell of yet; null otherwise. */
  readonly nothingYet: typeof nothingYet | null;
}

/** What the person said and what their face showed over time, with the one finding that can be told, and below it what else can be. */
@customElement('rv-insights')
export class RvInsights extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** Of everything until the person chooses. */
  @state() private range: Range = 'all';
  /** Null until somebody opens the filters. */
  @state() private filter: Filter | null = null;
  /** The entries that are looked at; none most of the time. */
  @state() private looked: readonly string[] = [];
  @state() private restIsThere = false;
  #filtered: typeof filtered | null = null;
  readonly #reading = new Reading(this, () => this.services);
  readonly #opening = new WhenFetched(this);

  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    async (journal): Promise<InsightsData> => {
      const { outlines, unreadable } = await journal.outlines();
      const ask = this.#askOf(outlines);
      const overTime = await ask.chapter('over-time');
      const isNothing = overTime.n === 0 && this.range === 'all' && this.filter === null;
      const nothing = isNothing ? await import('./nothing-yet') : null;
      return { overTime, outlines, unreadable: unreadable.length, ask, nothingYet: nothing?.nothingYet ?? null };
    },
  );

  #askOf(outlines: readonly EntryOutline[]): Ask {
    const only =
      this.filter && this.#filtered ? new Set(this.#filtered(outlines, this.filter).map(({ id }) => id)) : null;
    const { clock } = this.services;
    const now = momentAt(clock.epochMs(), clock.zone());
    const asked = (span: Span) => ({ ...span, only });
    const [span, before] = [asked(spanOf(this.range, now)), spanBefore(this.range, now)];
    return {
      chapter: async <Name extends ChapterName>(name: Name): Promise<Chapter<Name>> =>
        (await this.#reading.read()).chapter(name, span),
      compared: before && (async () => (await this.#reading.read()).compared(span, asked(before))),
      journal: this.services.journal,
    };
  }

  /** What comes below the first chart is fetched when somebody comes near it. */
  readonly #onNear = (): void => {
    this.#opening.do(
      () => import('./rest'),
      () => {
        this.restIsThere = true;
      },
    );
  };

  protected override render() {
    const { value, failure } = this.#data;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    return html`<div class="page" @rv-point=${this.#onPoint} @rv-picture=${this.#onPicture}>
      ${value.nothingYet?.(this.services) ?? this.#told(value)} ${failure ? journalNotice(failure) : nothing}
    </div>`;
  }

  #told({ overTime, outlines, unreadable, ask }: InsightsData): TemplateResult {
    const note = apartNote(overTime);
    const { heading, sentence, numbers } = findingWords(overTime.finding, note !== '');
    const { points, ...trend } = overTime;
    return html`
      <header class="stack tight">
        <p class="eyebrow">${msg('Insights')}</p>
        <h1 class="h1">${heading}</h1>
        <p class="lede">${sentence}</p>
        ${numbers ? html`<details class="small"><summary>${msg('Show the numbers')}</summary><p>${numbers}</p></details>` : nothing}
        ${note ? html`<p class="small">${note}</p>` : nothing}
      </header>
      ${this.#narrowing(outlines)}
      <section class="card" aria-label=${msg('Over time')}>
        <rv-valence-chart .points=${points} .trend=${trend}></rv-valence-chart>
      </section>
      ${toRead()}
      <rv-when-near reach="-60" @rv-near=${this.#onNear}>
        ${this.restIsThere ? html`<rv-insights-rest .ask=${ask}></rv-insights-rest>` : html`<div class="room"></div>`}
      </rv-when-near>
      <p class="small">
        ${msg('Faces differ, and a face doesn’t tell you what someone feels. What you say is what counts; your face is shown beside it.')}
        ${unreadable > 0 ? msg('Entries that can’t be read aren’t counted.') : nothing}
      </p>
      ${this.#look(outlines)}
    `;
  }

  /** The range that is looked at, and what it is narrowed to. */
  #narrowing(outlines: readonly EntryOutline[]): TemplateResult {
    const ranges = (Object.keys(RANGES) as Range[]).map((value) => ({ value, word: rangeWord(value) }));
    const { failure, again } = this.#opening;
    return html`<div class="row narrowing">
        <fieldset>
          <legend class="visually-hidden">${msg('How far back')}</legend>
          ${choices('range', ranges, this.range, this.#onRange)}
        </fieldset>
        <button class="link" aria-expanded=${this.filter !== null} @click=${this.#onFilter}>
          ${this.filter === null ? msg('Filter') : msg('No filter')}
        </button>
      </div>
      ${failure ? journalNotice(failure, html`<button class="quiet less" @click=${again}>${msg('Try again')}</button>`) : nothing}
      ${
        this.filter
          ? html`<rv-history-filters .filter=${this.filter} .outlines=${outlines} @rv-change=${this.#onNarrow}></rv-history-filters>`
          : nothing
      }`;
  }

  #look(outlines: readonly EntryOutline[]): TemplateResult | typeof nothing {
    if (this.looked.length === 0) return nothing;
    const looked = new Set(this.looked);
    const shown = outlines.filter(({ id }) => looked.has(id));
    return html`<rv-entry-look .outlines=${shown} @rv-close=${this.#onLooked}></rv-entry-look>`;
  }

  readonly #onRange = (range: Range): void => {
    this.range = range;
    void this.#data.refresh();
  };

  readonly #onFilter = (): void => {
    this.#opening.drop();
    if (this.filter === null) {
      this.#opening.do(
        () => import('../history/filters'),
        ({ filtered, NO_FILTER }) => {
          this.#filtered = filtered;
          this.filter = NO_FILTER;
        },
      );
      return;
    }
    this.filter = null;
    void this.#data.refresh();
  };

  readonly #onNarrow = ({ detail }: FilterChange): void => {
    this.filter = detail.filter;
    void this.#data.refresh();
  };

  /** Charts have shown it already: one is opened, of several a list. */
  readonly #onPoint = ({ detail }: ChartPointEvent): void => {
    if (detail.entryIds.length === 1) {
      navigate(this, entryPath(detail.entryId));
      return;
    }
    this.#opening.do(
      () => import('./entry-look'),
      () => {
        this.looked = detail.entryIds;
      },
    );
  };

  readonly #onLooked = (): void => {
    this.looked = [];
  };

  readonly #onPicture = ({ detail }: ChartPictureEvent): void => {
    this.#opening.do(
      () => import('../shared/offer-file'),
      ({ offerFile }) => offerFile(detail.picture, 'reverie-insight.png'),
    );
  };

  static override styles = [
    sharedStyles,
    choiceStyles,
    summaryStyles,
    css`
      /* As wide as the bar above it, where there is one. */
      @media (min-width: 900px) {
        .page {
          max-width: 46rem;
        }
      }
      .narrowing .choices {
        gap: 6px;
      }
      /* It begins a line of its own on a phone, where the words above it begin. */
      .narrowing .link {
        margin-inline-start: calc(-1 * var(--s2));
      }
      .narrowing .chip {
        padding-inline: 0.6rem;
        font-size: var(--t-1);
      }
      .room {
        min-height: 18rem;
      }
      rv-insights-rest {
        margin-top: var(--s5);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-insights': RvInsights;
  }
}
