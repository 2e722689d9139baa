import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { enumerated, sentences } from '../../words/lists';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { ImportFile, Imports, MoodWord, Preview } from '../../services/imports';
import { fullDay } from '../../words/dates';
import { offerFile } from '../shared/offer-file';
import { importStyles } from './import-styles';

/** Problems shown at once; all of them are in the list that can be saved. */
const SHOWN = 8;

/**
 * What a file holds and what would be added, with what can still be decided about it.
 *
 * @fires rv-decide - A decision was changed; `detail` is the file with it.
 * @fires rv-add - Add them.
 * @fires rv-other - Choose another file.
 */
@customElement('rv-import-review')
export class RvImportReview extends WordsElement {
  @property({ attribute: false }) imports!: Imports;
  @property({ attribute: false }) file!: ImportFile;
  @property({ attribute: false }) preview!: Preview;

  protected override render() {
    return html`<div class="stack loose">
      ${counts(this.preview)} ${this.#decisions()} ${this.#problems()} ${unusedWords(this.file)} ${this.#actions()}
    </div>`;
  }

  #decisions() {
    if (this.file.kind === 'daylio' && this.file.moods.length > 0) return this.#moods(this.file);
    return this.file.kind === 'table' && this.file.hasRatings ? this.#scale(this.file) : nothing;
  }

  #moods(file: DaylioFile): TemplateResult {
    return html`<section class="card decide" aria-labelledby="moods">
      <h2 class="h3" id="moods">${msg('How pleasant is each mood?')}</h2>
      <p class="small">
        ${msg('In Daylio you can name your own moods. Say what yours mean; their names are kept with the entries.')}
      </p>
      ${file.moods.map(
        (mood) =>
          html`<label class="mood">
            <span>
              <span class="word">${mood.word}</span>
              <small class="number">${plural(msg('{rows, plural, one {{rows} row} other {{rows} rows}}'), { rows: mood.rows })}</small>
            </span>
            <select @change=${({ target }: Event) => this.#decide(withStep(file, mood, this.#stepOf((target as HTMLSelectElement).value)))}>
              ${this.imports.moods.map(({ step, valence }) => html`<option value=${step} ?selected=${step === mood.step}>${moodStepWord(valence)}</option>`)}
              <option value="" ?selected=${mood.step === null}>${msg('no rating')}</option>
            </select>
          </label>`,
      )}
    </section>`;
  }

  #scale(file: Extract<ImportFile, { kind: 'table' }>): TemplateResult {
    return html`<section class="card decide">
      <label class="field">
        <span>${msg('Rating scale')}</span>
        <select
          @change=${({ target }: Event) => this.#decide({ ...file, scale: this.imports.scales[Number((target as HTMLSelectElement).value)]! })}
        >
          ${this.imports.scales.map(
            ([low, high], index) =>
              html`<option value=${index} ?selected=${low === file.scale[0] && high === file.scale[1]}>
                ${plural(msg('{low} to {high}'), { low, high })}
              </option>`,
          )}
        </select>
      </label>
      <p class="small">${msg('The lowest number is unpleasant or calm, the highest pleasant or stirred up. Detected from the file; please check.')}</p>
    </section>`;
  }

  #problems() {
    const { problems } = this.preview;
    if (problems.length === 0) return nothing;
    const more = problems.length - SHOWN;
    return html`<section class="card problems" aria-labelledby="problems">
      <h2 class="h3" id="problems">${msg('What can’t be read')}</h2>
      <ol>
        ${problems.slice(0, SHOWN).map(({ row, problem }) => html`<li><span class="number">${msg(str`row ${formatCount(row)}`)}</span>${problem}</li>`)}
      </ol>
      ${more > 0 ? html`<p class="small">${plural(msg('{more, plural, one {and one more} other {and {more} more}}'), { more })}</p>` : nothing}
      <button class="link" @click=${() => offerFile(new Blob([this.imports.problemsTable(problems)], { type: 'text/csv' }), 'reverie-problems.csv')}>
        <rv-icon name="download"></rv-icon>${msg('Save the list of problems')}
      </button>
    </section>`;
  }

  #actions(): TemplateResult {
    const { toAdd } = this.preview;
    const words = plural(msg('{toAdd, plural, one {Add one entry} other {Add {toAdd} entries}}'), { toAdd });
    return html`<div class="actions">
      ${toAdd > 0 ? html`<button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('rv-add'))}>${words}</button>` : nothing}
      <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-other'))}>${msg('Choose another file')}</button>
    </div>`;
  }

  /** The step a list says; null where it says none. */
  #stepOf(value: string): MoodWord['step'] {
    return this.imports.moods.find(({ step }) => String(step) === value)?.step ?? null;
  }

  #decide(file: ImportFile): void {
    this.dispatchEvent(new CustomEvent('rv-decide', { detail: file }));
  }

  static override styles = [sharedStyles, importStyles];
}

type DaylioFile = Extract<ImportFile, { kind: 'daylio' }>;

/** The file with a mood taken for another step; null for none. */
const withStep = (file: DaylioFile, mood: MoodWord, step: MoodWord['step']): DaylioFile => ({
  ...file,
  moods: file.moods.map((each) => (each === mood ? { ...each, step } : each)),
});

/** What the dry run came to, as the screen's heading. */
export function reviewHeading({ toAdd, known, problems }: Preview): string {
  if (toAdd > 0)
    return plural(msg('{toAdd, plural, one {One entry can be added.} other {{toAdd} entries can be added.}}'), {
      toAdd,
    });
  if (known > 0 && problems.length === 0) return msg('All of this is already in your journal.');
  return msg('There’s nothing to add in this file.');
}

/** What the file is, and over which days what would be added goes. */
export const reviewLede = (file: ImportFile, preview: Preview): string => sentences([kindWords(file), period(preview)]);

/** The step in the middle is the only one whose word is too long for a list to choose from. */
const moodStepWord = (valence: number): string =>
  valence === 0 ? msg('neither', { id: 'mood-neither' }) : valenceWord(valence);

function kindWords({ kind }: ImportFile): string {
  switch (kind) {
    case 'journal':
      return msg('A Reverie journal.');
    case 'own-table':
      return msg('A table exported from Reverie.');
    case 'daylio':
      return msg('A Daylio export.');
    case 'table':
      return msg('A journal in CSV form.');
  }
}

const period = ({ first, last }: Preview): string =>
  first && last ? msg(str`From ${fullDay(first)} to ${fullDay(last)}.`) : '';

function counts({ rows, toAdd, known, problems, traces }: Preview): TemplateResult {
  const count = (word: string, value: number) =>
    html`<div class=${value === 0 ? 'none' : ''}><dt>${word}</dt><dd class="number">${formatCount(value)}</dd></div>`;
  return html`<dl class="counts card">
    ${count(msg('rows read'), rows)} ${count(msg('to add'), toAdd)} ${count(msg('already here'), known)}
    ${count(msg('can’t be read'), problems.length)} ${traces > 0 ? count(msg('with face curves'), traces) : nothing}
  </dl>`;
}

function unusedWords(file: ImportFile) {
  if (!('unused' in file) || file.unused.length === 0) return nothing;
  return html`<p class="small">
    ${msg(str`Not imported, because there’s no place for it here: ${enumerated(file.unused)}`)}
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-import-review': RvImportReview;
  }
}
