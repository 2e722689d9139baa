import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ReviewPeriod, reviewPeriod, yearOfDay } from '../../domain/moment/review-period';
import '../../elements/drawings/scene';
import '../../elements/drawings/sky';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { ReadReview } from '../../services/reviews';
import { type Services, servicesContext } from '../../services/types';
import { plural } from '../../words/plural';
import '../history/entry-row';
import { summaryStyles } from '../../elements/styles/summary-styles';
import { allFeelingWords } from '../report/all-feeling-words';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { Screen } from '../shared/screen';
import { lookingBackStyles } from './looking-back-styles';
import { periodName } from './period-name';
import { coverWords, headline } from './review-words';
import { type Section, sectionsOf } from './sections';

/** A month or a year to read, like a magazine: one thing a section, words before numbers; on the screen and on paper. */
@customElement('rv-looking-back')
export class RvLookingBack extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** `2026-11` or `2026`, as in the address. */
  @property() period = '';

  readonly #review = new FromJournal(
    this,
    () => this.services.journal,
    async () => {
      const period = reviewPeriod(this.period);
      if (!period) return null;
      const [reviews] = await Promise.all([this.services.reviews(), allFeelingWords()]);
      return reviews.read(period);
    },
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('period') && this.hasUpdated) void this.#review.refresh();
  }

  protected override render() {
    const { value, failure } = this.#review;
    if (value === null) return nowhere();
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    return html`<article class="page">
      <a class="link back screen-only" href="/insights"><rv-icon name="back"></rv-icon>${msg('Insights')}</a>
      ${cover(value)} ${failure ? journalNotice(failure) : nothing}
      ${value.entries === 0 ? nothing : sectionsOf(value).map(sectionOf)}
      ${value.entries === 0 ? nothing : colophon(value)}
      <footer class="screen-only">
        ${value.entries === 0 ? nothing : html`<button class="quiet" @click=${() => window.print()}>${msg('Print or save as PDF')}</button>`}
        ${turns(value)}
      </footer>
    </article>`;
  }

  static override styles = [sharedStyles, summaryStyles, lookingBackStyles];
}

/** What has no question stands between those that have one. */
const sectionOf = ({ name, question, told }: Section): TemplateResult =>
  question
    ? html`<section class=${name} aria-labelledby=${name}>
        <h2 id=${name}>${question}</h2>
        <div class="body">${told}</div>
      </section>`
    : html`<aside class=${name}>${told}</aside>`;

const cover = (review: ReadReview): TemplateResult => html`<header>
  <div class="scene"><rv-scene seed=${review.period.name}></rv-scene></div>
  <p class="eyebrow">
    ${review.period.kind === 'month' ? msg('A month to read') : msg('A year to read')}${review.isGoingOn ? html` · ${msg('so far')}` : nothing}
  </p>
  <h1>${periodName(review.period)}</h1>
  <p class="headline">${headline(review)}</p>
  ${review.entries === 0 ? nothing : html`<p class="lede">${coverWords(review)}</p>`}
</header>`;

/** How the page was made, and what is not in it. */
const colophon = ({ unreadable }: ReadReview): TemplateResult => html`<p class="small colophon">
  ${msg('Every sentence here is made from what you rated and wrote, on this device. What you say is what counts; what a face shows can be wrong. The more there is to look at, the more it takes for something to be called more than chance.')}
  ${unreadable > 0 ? plural(msg('{unreadable, plural, one {One entry couldn’t be read and isn’t counted.} other {{unreadable} entries couldn’t be read and aren’t counted.}}'), { unreadable }) : nothing}
</p>`;

const turns = ({ earlier, later, period }: ReadReview): TemplateResult => {
  const to = (other: ReviewPeriod | null, icon: 'back' | 'forward') =>
    other
      ? html`<a class="link" href="/insights/${other.name}">
          ${icon === 'back' ? html`<rv-icon name="back"></rv-icon>` : nothing}${periodName(other)}${icon === 'forward' ? html`<rv-icon name="forward"></rv-icon>` : nothing}
        </a>`
      : html`<span></span>`;
  const year = yearOfDay(period.from);
  return html`<nav aria-label=${msg('Other pages')}>
    ${to(earlier, 'back')}
    ${period.kind === 'month' ? html`<a class="link" href="/insights/${year.name}">${periodName(year)}</a>` : nothing}
    ${to(later, 'forward')}
  </nav>`;
};

const nowhere = (): TemplateResult => html`<div class="page">
  <h1 class="h1">${msg('There’s no page here.')}</h1>
  <p class="lede">${msg('Each page is about a month or a year.')}</p>
  <a class="button quiet" href="/insights">${msg('Insights')}</a>
</div>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-looking-back': RvLookingBack;
  }
}
