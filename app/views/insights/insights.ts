import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChartPointEvent } from '../../charts/kit/chart-point-event';
import { entryPath } from '../../domain/entry/entry-address';
import { momentAt } from '../../domain/moment/moment';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';
import '../../charts/valence/valence-chart';
import '../../elements/blocks/empty';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Chapter, ChapterName } from '../../insights/chapters/chapters';
import type { OverTime } from '../../insights/chapters/over-time';
import type { Asked } from '../../insights/readers/book';
import type { EntryOutline } from '../../journal/journal';
import type { InsightsReading } from '../../services/insights';
import { type Services, servicesContext } from '../../services/types';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { sampleOffer } from '../shared/sample-offer';
import { Screen } from '../shared/screen';
import { toRead } from '../shared/to-read';
import { apartWords } from './apart-words';
import { findingWords } from './finding-words';
import { patternsSection } from './patterns-section';
import { type Range, spanOf } from './ranges';

interface InsightsData extends OverTime {
  readonly outlines: readonly EntryOutline[];
  readonly unreadable: number;
}

/** What the person said and what their face showed over time, with the one finding that can be told, and below it what else can be. */
@customElement('rv-insights')
export class RvInsights extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** Of everything until the person chooses. */
  @state() private range: Range = 'all';
  /** What a filter lets through; null without one. */
  #only: ReadonlySet<string> | null = null;
  #reading: Promise<InsightsReading> | null = null;

  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    async (journal): Promise<InsightsData> => {
      const [{ outlines, unreadable }, chapter] = await Promise.all([journal.outlines(), this.#chapter('over-time')]);
      return { ...chapter, outlines, unreadable: unreadable.length };
    },
  );

  /** Come after the chart: nobody should wait for them to see it. */
  readonly #patterns = new FromJournal(
    this,
    () => this.services.journal,
    () => this.#chapter('patterns'),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#reading?.then((reading) => reading.close());
    this.#reading = null;
  }

  async #chapter<Name extends ChapterName>(name: Name): Promise<Chapter<Name>> {
    this.#reading ??= this.services.insights().then((insights) => insights.read());
    return (await this.#reading).chapter(name, this.#asked);
  }

  get #asked(): Asked {
    const { clock } = this.services;
    return { ...spanOf(this.range, momentAt(clock.epochMs(), clock.zone())), only: this.#only };
  }

  protected override render() {
    const { value, failure } = this.#data;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    return html`<div class="page">
      ${value.points.length === 0 ? this.#empty() : this.#finding(value)} ${failure ? journalNotice(failure) : nothing}
    </div>`;
  }

  #finding({ points, finding, unreadable, ...data }: InsightsData): TemplateResult {
    const note = apartNote(data);
    const { heading, sentence } = findingWords(finding, note !== '');
    return html`
      <header class="stack tight">
        <p class="eyebrow">${msg('Insights')}</p>
        <h1 class="h1">${heading}</h1>
        <p class="lede">${sentence}</p>
        ${note ? html`<p class="small">${note}</p>` : nothing}
      </header>
      <section class="card" aria-label=${msg('Over time')}>
        <rv-valence-chart .points=${points} @rv-point=${this.#open}></rv-valence-chart>
      </section>
      ${this.#patterns.value ? patternsSection(this.#patterns.value) : nothing} ${toRead()}
      <p class="small">
        ${msg('Faces differ, and a face doesn’t tell you what someone feels. What you say is what counts; your face is shown beside it.')}
        ${unreadable > 0 ? msg('Entries that can’t be read aren’t counted.') : nothing}
      </p>
    `;
  }

  #open({ detail }: ChartPointEvent): void {
    navigate(this, entryPath(detail.entryId));
  }

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
    css`
      /* As wide as the bar above it, where there is one. */
      @media (min-width: 900px) {
        .page {
          max-width: 46rem;
        }
      }
      .patterns {
        margin: 0;
        padding-inline-start: 1.25rem;
      }
      .patterns p {
        margin-block: 0.25rem 0;
      }
    `,
  ];
}

/** Why faces are missing from the finding, and where those that come next are, when they will count. */
function apartNote({ apart, pairsNeeded }: Pick<OverTime, 'apart' | 'pairsNeeded'>): string {
  const next =
    apart.other > 0 && apart.when === 'after'
      ? plural(
          msg(
            '{n, plural, one {Once that version has read one recall you rated, that is compared instead.} other {Once that version has read {n} recalls you rated, those are compared instead.}}',
          ),
          { n: pairsNeeded },
        )
      : '';
  return sentences([apartWords(apart), next]);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-insights': RvInsights;
  }
}
