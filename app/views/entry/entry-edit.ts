import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { withoutGaps } from '../../base/without-gaps';
import { isOfDay } from '../../domain/entry/day-word';
import type { Said } from '../../domain/entry/edit';
import { edited, saidOf } from '../../domain/entry/edits';
import type { Entry } from '../../domain/entry/entry';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Memory } from '../../domain/memory/memory';
import { dayOf, momentAt } from '../../domain/moment/moment';
import type { Report } from '../../domain/report/report';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/fields/feeling-picker';
import type { FeelingsChange } from '../../elements/fields/feeling-picker';
import '../../elements/fields/scale-picker';
import { affectFields } from '../../elements/fields/affect-fields';
import { LONGEST_NOTE, noteLeft } from '../../elements/fields/note-left';
import type { ScaleChange } from '../../elements/fields/scale-picker';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { chooseQuestions, reportQuestions } from '../../recall/interview/interview';
import { type Services, servicesContext } from '../../services/types';
import { aboutMemory } from '../interview/after-fields';
import { answerStyles } from '../interview/answer-styles';
import { memoryFields } from '../interview/memory-fields';
import { moreFeelings, tagFields } from '../report/more-report';
import { NOTHING_LATELY, usedLately } from '../report/used-lately';
import { whenField } from '../report/when-field';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import { EditDrafting } from './edit-drafting';

/**
 * What the person said of an entry, to be changed. The face stays as it was read. What was there before is kept with the entry,
 * and for ten seconds the change can be undone.
 *
 * @fires rv-done: it was saved, or left as it was
 */
@customElement('rv-entry-edit')
export class RvEntryEdit extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) entry!: Entry;
  /** What was changed before the page was cut off, to go on with. */
  @property({ attribute: false }) draft: Said | null = null;
  @state() private said: Said | null = null;
  @state() private failure: JournalFailure | null = null;
  #saving = false;
  #drafting: EditDrafting | undefined;

  readonly #lately = new FromJournal(this, () => this.services.journal, usedLately);

  protected override willUpdate(): void {
    this.said ??= this.draft ? { ...this.draft } : saidOf(this.entry);
    this.#drafting ??= new EditDrafting(this.services.journal, this.entry.id);
  }

  protected override render() {
    const { report, memory, startedAt } = this.said!;
    const lately = this.#lately.value ?? NOTHING_LATELY;
    const change = (said: Partial<Report>): void => this.#report(said);
    const feelings = reportQuestions().feelings.text;
    return html`<form class="stack" @submit=${this.#save}>
      ${this.draft ? html`<p class="small">${msg('Here’s where you left off.')}</p>` : nothing}
      ${memory ? this.#title(memory) : nothing}
      ${isOfDay(this.entry) ? nothing : whenField(startedAt, this.#now, (moment) => this.#change({ startedAt: moment }))}
      ${affectFields(this, this.services.settings.now.affect, report, change, this.#labels)}
      <h2 class="h3">${feelings}</h2>
      <rv-feeling-picker
        label=${feelings}
        .feelings=${report.feelings}
        @rv-change=${({ detail }: FeelingsChange) => this.#report({ feelings: detail.feelings })}
      ></rv-feeling-picker>
      ${moreFeelings(report, lately, change)} ${tagFields(report, lately, change)}
      ${memory ? [this.#vividness(memory), this.#more(memory)] : nothing}
      <label class="field">
        <span>${reportQuestions().note.text}</span>
        <textarea maxlength=${LONGEST_NOTE} rows="4" .value=${report.note} @input=${({ target }: Event) => this.#report({ note: (target as HTMLTextAreaElement).value })}></textarea>
      </label>
      ${noteLeft(report.note)}
      ${this.failure ? journalNotice(this.failure) : nothing}
      <div class="row">
        <button class="primary less">${msg('Save changes')}</button>
        <button type="button" class="link" @click=${this.#cancel}>${msg('Cancel')}</button>
      </div>
    </form>`;
  }

  #title(memory: Memory): TemplateResult {
    return html`<label class="field">
      <span>${chooseQuestions().title.text}</span>
      <input type="text" maxlength="80" autocomplete="off" .value=${memory.title} @input=${({ target }: Event) => this.#memory({ title: (target as HTMLInputElement).value })} />
    </label>`;
  }

  /** Of a recall the sliders ask as its report did. */
  get #labels() {
    if (this.entry.kind === 'recall') return {};
    return { valence: msg('How pleasant was it?'), arousal: msg('How much energy?') };
  }

  #vividness({ vividness }: Memory): TemplateResult {
    const { text } = reportQuestions().vividness;
    return html`<h2 class="h3">${text}</h2>
      <rv-scale-picker
        bare
        label=${text}
        low=${msg('barely')}
        high=${msg('as if you were there')}
        .value=${vividness}
        @rv-change=${({ detail: { value } }: ScaleChange) => this.#memory({ vividness: value })}
      ></rv-scale-picker>`;
  }

  #more(memory: Memory): TemplateResult {
    return html`<details>
      <summary>${aboutMemory()}</summary>
      <div class="more">${memoryFields(memory, dayOf(this.#now), (change) => this.#memory(change))}</div>
    </details>`;
  }

  #report(change: Partial<Report>): void {
    this.#change({ report: { ...this.said!.report, ...change } });
  }

  #memory(change: Partial<Memory>): void {
    const { memory } = this.said!;
    if (memory) this.#change({ memory: withoutGaps({ ...memory, ...change }) });
  }

  #change(change: Partial<Said>): void {
    this.said = { ...this.said!, ...change };
    this.#drafting!.keep(this.said);
  }

  get #now() {
    const { clock } = this.services;
    return momentAt(clock.epochMs(), clock.zone());
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#saving) return;
    const { entry, said, services } = this;
    const changed = edited(entry, said!, this.#now);
    if (changed === entry) return this.#cancel();
    this.#saving = true;
    this.failure = null;
    try {
      // The journal removes the draft with the save: none may be written after it.
      await this.#drafting!.settled();
      await services.journal.save(changed, null);
      const undo = () => services.journal.save(entry, null);
      (await services.undos()).offer({ what: 'edited', entryId: entry.id, undo });
      this.#done();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    } finally {
      this.#saving = false;
    }
  };

  readonly #cancel = async (): Promise<void> => {
    await this.#drafting!.drop();
    this.#done();
  };

  readonly #done = (): void => {
    this.dispatchEvent(new CustomEvent('rv-done'));
  };

  static override styles = [
    sharedStyles,
    answerStyles,
    foldStyles,
    css`
      form,
      .more {
        display: flex;
        flex-direction: column;
        gap: var(--s5);
      }
      .more {
        padding-block: var(--s2) var(--s4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry-edit': RvEntryEdit;
  }
}
