import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { LearntFigures } from '../../services/person/learnt';
import { type Services, servicesContext } from '../../services/types';
import { dayHere } from '../../words/day-words';
import { formatShare, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import { settingsStyles } from './settings-styles';

/** Nothing is certain: a share that rounds to all of it is told as this. */
const MOST_SAID = 0.99;

/** What the person's own ratings have taught about their face, in numbers; whether that is used, and a way to forget it. */
@customElement('rv-settings-learnt')
export class RvSettingsLearnt extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private failure: JournalFailure | null = null;

  readonly #figures = new FromJournal(
    this,
    () => this.services.journal,
    async () => (await this.services.learnt()).figures(),
  );

  protected override render() {
    const { value } = this.#figures;
    const failure = this.failure ?? this.#figures.failure;
    return html`<div class="card">
      ${failure ? journalNotice(failure) : nothing}
      <p>
        ${msg('Faces differ: one hardly smiles, another looks stern at rest. Each rating you give beside your face teaches how yours goes with what you felt.')}
      </p>
      ${value ? html`${this.#soFar(value)} ${this.#atRest(value)} ${this.#choice(value)} ${this.#forgetting(value)}` : nothing}
    </div>`;
  }

  #soFar(figures: LearntFigures): TemplateResult {
    const { recalls, needs, learnt } = figures;
    if (!learnt) {
      return html`<p role="status">
        ${plural(msg('{n, plural, =0 {Nothing has been learnt yet: it takes {needs} recalls with a face and a rating.} one {One recall with a face and a rating so far. It takes {needs}.} other {{n} recalls with a face and a rating so far. It takes {needs}.}}'), { n: recalls, needs })}
      </p>`;
    }
    return html`<div class="group">
      <p role="status">${verdict(figures)}</p>
      <table>
        <caption class="small">
          ${plural(msg('{n, plural, one {How far each was from your rating, on average, in one recall. None of them had seen that rating.} other {How far each was from your rating, on average, in your last {n} recalls. None of them had seen that rating.}}'), { n: recalls })}
        </caption>
        <tbody>
          ${errorRows(learnt.errors).map(([what, off]) => html`<tr><th scope="row">${what}</th><td class="number">${formatValence(off)}</td></tr>`)}
        </tbody>
      </table>
      <p class="small">
        ${msg(str`On the scale from −1 to 1. It’s better than the three others with a probability of at least ${formatShare(Math.min(MOST_SAID, learnt.probability))}; it’s used from 90% on.`)}
      </p>
    </div>`;
  }

  #atRest({ uses, rests, restsNeeded }: LearntFigures): TemplateResult | typeof nothing {
    if (!uses) return nothing;
    return html`<p class="group">
      ${
        rests < restsNeeded
          ? plural(
              msg(
                '{n, plural, one {Recalls that show your face at rest: one so far. From {needed} on, the quiet moment before a recall is shorter.} other {Recalls that show your face at rest: {n} so far. From {needed} on, the quiet moment before a recall is shorter.}}',
              ),
              { n: rests, needed: restsNeeded },
            )
          : plural(
              msg(
                '{n, plural, one {Your face at rest is known from your last recall, so the quiet moment before the next one takes half as long, unless your face looks different that day.} other {Your face at rest is known from your last {n} recalls, so the quiet moment before the next one takes half as long, unless your face looks different that day.}}',
              ),
              { n: rests },
            )
      }
    </p>`;
  }

  #choice({ uses }: LearntFigures): TemplateResult {
    return html`<div class="group">
      <label class="part">
        <span>
          <b>${msg('Use what it has learnt')}</b>
          <span class="small">${msg('A recall shows what your ratings make of your face, where that has proved better, and the quiet moment before it is shorter. Insights never use it.')}</span>
        </span>
        <input type="checkbox" role="switch" name="uses" .checked=${uses} @change=${this.#onUse} />
      </label>
    </div>`;
  }

  #forgetting({ sinceMs, recalls, rests }: LearntFigures): TemplateResult {
    return html`<div class="group">
      <p class="small">
        ${msg('Nothing of this is stored: it’s worked out from your entries whenever you see it. Forget it, and it begins again with your next recall. Your entries stay as they are.')}
      </p>
      ${sinceMs === null ? nothing : html`<p class="small">${msg(str`Forgotten on ${dayHere(sinceMs)}.`)}</p>`}
      ${recalls > 0 || rests > 0 ? html`<button class="link bad" @click=${this.#onForget}>${msg('Forget it')}</button>` : nothing}
    </div>`;
  }

  readonly #onUse = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    void this.#change(async () => (await this.services.learnt()).use(field.checked));
  };

  readonly #onForget = (): void => {
    void this.#change(async () => (await this.services.learnt()).forget());
  };

  /** What is shown must be what holds, also where it could not be written. */
  async #change(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
    await this.#figures.refresh();
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        padding-block-end: var(--s2);
        text-align: start;
      }
      th,
      td {
        padding-block: var(--s2);
        border-block-start: 1px solid var(--line);
        font-weight: 400;
        text-align: start;
        vertical-align: baseline;
      }
      td {
        text-align: end;
      }
      tr:first-child {
        color: var(--ember);
      }
    `,
  ];
}

function verdict({ learnt, uses }: LearntFigures): string {
  if (!learnt?.isBetter)
    return msg('So far it isn’t surely better than the plain reading or than your usual rating, so you don’t see it.');
  return uses
    ? msg('It has proved better for your face, so you see it in a recall and in its entry.')
    : msg('It has proved better for your face, but you’ve switched it off.');
}

type Errors = NonNullable<LearntFigures['learnt']>['errors'];

const errorRows = ({ calibrated, uncalibrated, constant, recent }: Errors): readonly (readonly [string, number])[] => [
  [msg('Your face, read with what your ratings taught'), calibrated],
  [msg('Your face, read like any other'), uncalibrated],
  [msg('Always your average rating'), constant],
  [msg('The average of your last five ratings'), recent],
];

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-learnt': RvSettingsLearnt;
  }
}
