import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChartPictureEvent, ChartPointEvent } from '../../charts/kit/chart-point-event';
import { momentAt } from '../../domain/moment/moment';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';
import '../../charts/valence/valence-chart';
import '../../elements/blocks/empty';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Chapter, ChapterName } from '../../insights/chapters/chapters';
import type { OverTime } from '../../insights/chapters/over-time';
import type { EntryOutline } from '../../journal/journal';
import type { InsightsReading } from '../../services/insights';
import { type Services, servicesContext } from '../../services/types';
import type { Filter } from '../history/filter';
import type { FilterChange, filtered } from '../history/filters';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { sampleOffer } from '../shared/sample-offer';
import { Screen } from '../shared/screen';
import { WhenFetched } from '../shared/when-fetched';
import { apartWords } from './apart-words';
import { findingWords } from './finding-words';
import { RANGES, type Range, rangeWord, type Span, spanBefore, spanOf } from './ranges';
import type { Ask } from './sections';

interface InsightsData {
  readonly overTime: OverTime;
  readonly outlines: readonly EntryOutline[];
  readonly unreadable: number;
  /** For what comes below: it asks of the same range, filter and state of the journal. */
  readonly ask: Ask;
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
  #reading: Promise<InsightsReading> | null = null;
  readonly #opening = new WhenFetched(this);

  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    async (journal): Promise<InsightsData> => {
      const { outlines, unreadable } = await journal.outlines();
      const ask = this.#askOf(outlines);
      return { overTime: await ask.chapter('over-time'), outlines, unreadable: unreadable.length, ask };
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    // It starts while the journal is read.
    void this.#read().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#reading?.then(
      (reading) => reading.close(),
      () => undefined,
    );
    this.#reading = null;
  }

  /** One that could not be fetched is fetched again by who asks next. */
  #read(): Promise<InsightsReading> {
    const reading = this.services.insights().then((insights) => insights.read());
    this.#reading ??= reading.catch((error: unknown) => {
      this.#reading = null;
      throw error;
    });
    return this.#reading;
  }

  #askOf(outlines: readonly EntryOutline[]): Ask {
    const only =
      this.filter && this.#filtered ? new Set(this.#filtered(outlines, this.filter).map(({ id }) => id)) : null;
    const { clock } = this.services;
    const now = momentAt(clock.epochMs(), clock.zone());
    const asked = (span: Span) => ({ ...span, only });
    const [span, before] = [asked(spanOf(this.range, now)), spanBefore(this.range, now)];
    return {
      chapter: async <Name extends ChapterName>(name: Name): Promise<Chapter<Name>> =>
        (await this.#read()).chapter(name, span),
      compared: before && (async () => (await this.#read()).compared(span, asked(before))),
    };
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // What comes below the first chart is fetched once that is drawn.
    if (this.#data.value && !this.restIsThere)
      void import('./rest').then(
        () => {
          this.restIsThere = true;
        },
        () => undefined,
      );
  }

  protected override render() {
    const { value, failure } = this.#data;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    const isNothing = value.overTime.n === 0 && this.range === 'all' && this.filter === null;
    return html`<div class="page" @rv-point=${this.#onPoint} @rv-picture=${this.#onPicture}>
      ${isNothing ? this.#empty() : this.#told(value)} ${failure ? journalNotice(failure) : nothing}
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
      ${this.restIsThere ? html`<rv-insights-rest .ask=${ask}></rv-insights-rest>` : nothing}
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

  readonly #onPoint = ({ detail }: ChartPointEvent): void => {
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

  #empty(): TemplateResult {
    return html`<header class="stack tight">
        <p class="eyebrow">${msg('Insights')}</p>
        <h1 class="h1">${msg('This is where your patterns will appear.')}</h1>
      </header>
      <rv-empty heading=${msg('What you say, and what your face shows')}>
        <p>${msg('After your first entry you’ll see the two side by side; after ten recalls, you can see how they go together.')}</p>
        <a slot="actions" class="button quiet" href="/">${msg('Go to Today')}</a>
        ${sampleOffer('/insights', this.services)}
      </rv-empty>`;
  }

  static override styles = [
    sharedStyles,
    choiceStyles,
    css`
      .page {
        max-width: 46rem;
      }
      .narrowing .choices {
        gap: 6px;
      }
      .narrowing .chip {
        padding-inline: 0.7rem;
        font-size: var(--t-1);
      }
      summary {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        cursor: pointer;
        list-style: none;
        text-decoration: underline;
        text-decoration-color: var(--edge);
        text-underline-offset: 5px;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:focus-visible {
        outline: var(--focus);
        outline-offset: 2px;
      }
      rv-insights-rest {
        margin-top: var(--s5);
      }
    `,
  ];
}

/** Why faces are missing from the finding, and where those that come next are, when they will count. */
function apartNote({ apart, otherBaseline, pairsNeeded }: OverTime): string {
  const next =
    apart.other > 0 && apart.when === 'after'
      ? plural(
          msg(
            '{n, plural, one {Once that version has read one recall you rated, that is compared instead.} other {Once that version has read {n} recalls you rated, those are compared instead.}}',
          ),
          { n: pairsNeeded },
        )
      : '';
  return sentences([apartWords(apart, otherBaseline), next]);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-insights': RvInsights;
  }
}
