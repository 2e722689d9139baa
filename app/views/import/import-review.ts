import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { enumerated, sentences } from '../../words/lists';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import '../../elements/marks/icon';
import '../../elements/blocks/progress';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Choices, DayOrder, ImportFile, Imports, MoodWord, OtherFile, Preview } from '../../services/imports';
import { fullDay } from '../../words/dates';
import { offerFile } from '../shared/offer-file';
import './import-differences';
import { importStyles } from './import-styles';

/** Problems shown at once; all of them are in the list that can be saved. */
const SHOWN = 8;

/**
 * What a file holds and what would be added, with what can still be decided about it.
 *
 * @fires rv-decide - A decision was changed; `detail` is the file with it.
 * @fires rv-choose - What becomes of rows that differ was changed; `detail` are the choices.
 * @fires rv-add - Do it; `detail` is how many entries are written.
 * @fires rv-other - Choose another file.
 */
@customElement('rv-import-review')
export class RvImportReview extends WordsElement {
  @property({ attribute: false }) imports!: Imports;
  @property({ attribute: false }) file!: ImportFile;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) choices!: Choices;

  protected override render() {
    const { differs } = this.preview;
    return html`<div class="stack loose">
      ${counts(this.preview)} ${this.file.kind === 'other' ? this.#decisions(this.file) : nothing}
      ${differs.length > 0 ? html`<rv-import-differences .differs=${differs} .choices=${this.choices}></rv-import-differences>` : nothing}
      ${this.#problems()} ${this.#remarks()} ${unusedWords(this.file)} ${this.#actions()}
    </div>`;
  }

  #decisions(file: OtherFile) {
    return html`${file.isOrderOpen ? this.#dayOrder(file) : nothing} ${file.scale ? this.#scale(file, file.scale) : nothing}
    ${file.moods.length > 0 ? this.#moods(file) : nothing}`;
  }

  #dayOrder(file: OtherFile): TemplateResult {
    const options = [
      { value: 'day-first', word: msg('day first: 3/4 is 3 April') },
      { value: 'month-first', word: msg('month first: 3/4 is 4 March') },
    ] as const satisfies readonly { value: DayOrder; word: string }[];
    return html`<section class="card decide">
      <label class="field">
        <span>${msg('How dates are written')}</span>
        <select @change=${({ target }: Event) => this.#decide({ ...file, dayOrder: options[(target as HTMLSelectElement).selectedIndex]!.value })}>
          ${options.map(({ value, word }) => html`<option ?selected=${value === file.dayOrder}>${word}</option>`)}
        </select>
      </label>
      <p class="small">${msg('The dates in this file could be read either way. Please check.')}</p>
    </section>`;
  }

  #moods(file: OtherFile): TemplateResult {
    return html`<section class="card decide" aria-labelledby="moods">
      <h2 class="h3" id="moods">${msg('How pleasant is each mood?')}</h2>
      <p class="small">
        ${msg('Only you know what your moods mean. Say how pleasant each one is; their names stay with the entries.')}
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

  #scale(file: OtherFile, now: readonly [number, number]): TemplateResult {
    return html`<section class="card decide">
      <label class="field">
        <span>${msg('Rating scale')}</span>
        <select
          @change=${({ target }: Event) => this.#decide({ ...file, scale: this.imports.scales[Number((target as HTMLSelectElement).value)]! })}
        >
          ${this.imports.scales.map(
            ([low, high], index) =>
              html`<option value=${index} ?selected=${low === now[0] && high === now[1]}>
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
    return html`<section class="card problems" aria-labelledby="problems">
      <h2 class="h3" id="problems">${msg('What can’t be read')}</h2>
      ${firstRows(problems, ({ problem }) => problem)}
      <button class="link" @click=${() => this.#saveProblems()}>
        <rv-icon name="download"></rv-icon>${msg('Save the list of problems')}
      </button>
    </section>`;
  }

  #remarks() {
    const { remarks } = this.preview;
    if (remarks.length === 0) return nothing;
    return html`<section class="card problems" aria-labelledby="remarks">
      <h2 class="h3" id="remarks">${msg('Worth a look')}</h2>
      ${firstRows(remarks, ({ remark }) => remark)}
      <p class="small">${msg('These come in as they are, unless you change the file first.')}</p>
    </section>`;
  }

  #saveProblems(): void {
    const { problems, remarks } = this.preview;
    const table = this.imports.problemsTable([...problems, ...remarks]);
    offerFile(new Blob([table], { type: 'text/csv' }), 'reverie-problems.csv');
  }

  #actions(): TemplateResult {
    const { adds, updates } = this.#chosen();
    const { unrated } = this.preview;
    return html`<div class="actions">
      ${unrated > 0 ? html`<p class="small" role="status">${plural(msg('{unrated, plural, one {One of them would have no rating, because you haven’t said how pleasant its mood is.} other {{unrated} of them would have no rating, because you haven’t said how pleasant their moods are.}}'), { unrated })}</p>` : nothing}
      ${adds + updates > 0 ? html`<button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('rv-add', { detail: adds + updates }))}>${addWords(adds, updates)}</button>` : nothing}
      <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-other'))}>${msg('Choose another file')}</button>
    </div>`;
  }

  /** How many entries are added and updated by what is chosen now. */
  #chosen(): { readonly adds: number; readonly updates: number } {
    const { toAdd, differs } = this.preview;
    const { all, rows } = this.choices;
    const count = (choice: string) => differs.filter(({ row }) => (rows.get(row) ?? all) === choice).length;
    return { adds: toAdd + count('both'), updates: count('replace') };
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

/** The file with a mood taken for another step; null for none. */
const withStep = (file: OtherFile, mood: MoodWord, step: MoodWord['step']): OtherFile => ({
  ...file,
  moods: file.moods.map((each) => (each === mood ? { ...each, step } : each)),
});

/** What the dry run came to, as the screen's heading. */
export function reviewHeading({ toAdd, known, differs, problems }: Preview): string {
  if (toAdd > 0)
    return plural(msg('{toAdd, plural, one {One entry can be added.} other {{toAdd} entries can be added.}}'), {
      toAdd,
    });
  if (differs.length > 0)
    return plural(msg('{n, plural, one {One entry differs from yours.} other {{n} entries differ from yours.}}'), {
      n: differs.length,
    });
  if (known > 0 && problems.length === 0) return msg('All of this is already in your journal.');
  return msg('There’s nothing to add in this file.');
}

/** What the file is, and over which days what would be added goes. */
export const reviewLede = (file: ImportFile, preview: Preview): string => sentences([kindWords(file), period(preview)]);

/** The step in the middle is the only one whose word is too long for a list to choose from. */
const moodStepWord = (valence: number): string =>
  valence === 0 ? msg('neither', { id: 'mood-neither' }) : valenceWord(valence);

function kindWords(file: ImportFile): string {
  switch (file.kind) {
    case 'journal':
      return msg('A Reverie journal.');
    case 'own-table':
      return msg('A table exported from Reverie.');
    case 'other':
      return file.format.app === undefined && file.format.source === 'table'
        ? msg('A journal in CSV form.')
        : msg(str`From ${file.format.name()}.`);
  }
}

const period = ({ first, last }: Preview): string =>
  first && last ? msg(str`From ${fullDay(first)} to ${fullDay(last)}.`) : '';

function counts({ rows, toAdd, known, differs, problems, traces }: Preview): TemplateResult {
  const count = (word: string, value: number) =>
    html`<div class=${value === 0 ? 'none' : ''}><dt>${word}</dt><dd class="number">${formatCount(value)}</dd></div>`;
  return html`<dl class="counts card">
    ${count(msg('rows read'), rows)} ${count(msg('to add'), toAdd)} ${count(msg('already here'), known)}
    ${differs.length > 0 ? count(msg('different'), differs.length) : nothing} ${count(msg('can’t be read'), problems.length)} ${traces > 0 ? count(msg('with face curves'), traces) : nothing}
  </dl>`;
}

/** The first of these rows with what is said of each, and how many more there are. */
function firstRows<Row extends { readonly row: number }>(
  rows: readonly Row[],
  words: (row: Row) => string,
): TemplateResult {
  const more = rows.length - SHOWN;
  return html`<ol>
      ${rows.slice(0, SHOWN).map((one) => html`<li><span class="number">${msg(str`row ${formatCount(one.row)}`)}</span>${words(one)}</li>`)}
    </ol>
    ${more > 0 ? html`<p class="small">${plural(msg('{more, plural, one {and one more} other {and {more} more}}'), { more })}</p>` : nothing}`;
}

const addWords = (adds: number, updates: number): string =>
  updates === 0
    ? plural(msg('{toAdd, plural, one {Add one entry} other {Add {toAdd} entries}}'), { toAdd: adds })
    : adds === 0
      ? plural(msg('{updates, plural, one {Update one entry} other {Update {updates} entries}}'), { updates })
      : plural(msg('Add {adds}, update {updates}'), { adds, updates });

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
