import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Settings, Signal } from '../../domain/settings/settings';
import { formatDuration } from '../../words/measures';
import '../../elements/marks/icon';
import { choices } from '../../elements/fields/choices';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { RECALL_LENGTHS_MS, recallLengthNote } from '../../recall/timing/timing';
import { type Services, servicesContext } from '../../services/types';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';
import { WhenFetched } from '../shared/when-fetched';
import './about';
import './backup';
import type { ErasedPage, RvSettingsErase } from './erase';
import './export';
import './lock';
import './storage';
import { goToPlace, placesNav } from './places';
import { settingsStyles } from './settings-styles';

type Change = Partial<Omit<Settings, 'version'>>;

/** What can be set, what the device really does, what was agreed to, and how to undo all of it. */
@customElement('rv-settings')
export class RvSettings extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** Null until everything was deleted in front of the person: then nothing else is here to be shown. */
  @state() private erased: TemplateResult | null = null;
  @query('rv-settings-erase') private eraseQuestion!: RvSettingsErase;

  /** What fetches each folded part, by its name: one that can't be had is no matter of the others. */
  readonly #openings = new Map<string, WhenFetched>();
  #arrived = false;
  readonly #asking = new WhenFetched(this);
  readonly #settings = new FromJournal(
    this,
    () => this.services.journal,
    (journal) => journal.settings(),
  );

  protected override render() {
    if (this.erased) return this.erased;
    const { value, failure } = this.#settings;
    return html`<div class="page">
      <header class="stack tight">
        <h1 class="h1">${msg('Settings')}</h1>
      </header>
      ${failure ? journalNotice(failure) : nothing} ${value ? this.#sections(value) : nothing}
    </div>`;
  }

  /** An address may name the place somebody comes for. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#arrived || !this.#settings.value) return;
    this.#arrived = true;
    goToPlace(this.renderRoot, location.hash.slice(1));
  }

  #sections(settings: Settings): TemplateResult {
    return html`
      ${placesNav((id) => goToPlace(this.renderRoot, id))}
      <section aria-labelledby="recall">
        <h2 class="h2" id="recall">${msg('Recall')}</h2>
        <div class="card">${this.#length(settings)} ${this.#signal(settings)}</div>
        ${this.#folded('rating', msg('How you rate'), () => import('./rating'), html`<rv-settings-rating></rv-settings-rating>`)}
        ${this.#folded('questions', msg('Your questions'), () => import('./questions'), html`<rv-settings-questions></rv-settings-questions>`)}
        ${this.#folded('reminders', msg('Reminders'), () => import('./reminders'), html`<rv-settings-reminders></rv-settings-reminders>`)}
      </section>
      <section aria-labelledby="look">
        <h2 class="h2" id="look">${msg('Appearance')}</h2>
        <div class="card">${this.#theme(settings)}</div>
        ${this.#folded('language', msg('Language'), () => import('./language'), html`<rv-settings-language></rv-settings-language>`)}
      </section>
      <rv-settings-lock data-place="lock"></rv-settings-lock>
      <rv-settings-backup data-place="backup copies" .lastBackupAtMs=${settings.lastBackupAtMs}></rv-settings-backup>
      <rv-settings-export data-place="export"></rv-settings-export>
      <rv-settings-storage .persisted=${settings.persisted}></rv-settings-storage>
      <section aria-labelledby="consent">
        <h2 class="h2" id="consent">${msg('What you agreed to')}</h2>
        ${this.#folded('face', msg('See it, or take it back'), () => import('./consents'), html`<rv-settings-consents></rv-settings-consents>`)}
        ${this.#folded('learnt', msg('What it has learnt of you'), () => import('./learnt'), html`<rv-settings-learnt></rv-settings-learnt>`)}
      </section>
      <rv-settings-about></rv-settings-about>
      ${this.#folded('sample', msg('A sample journal'), () => import('./sample'), html`<rv-settings-sample></rv-settings-sample>`)}
      ${this.#erasing()}
      ${this.#folded(
        'device',
        msg('This device'),
        () => import('./device'),
        html`<rv-settings-device .backend=${settings.backend} @rv-backend=${this.#onBackend}></rv-settings-device>`,
      )}
    `;
  }

  #length({ recallMs }: Settings): TemplateResult {
    const note = recallLengthNote(recallMs);
    const options = RECALL_LENGTHS_MS.map((value) => ({ value: value as number, word: formatDuration(value) }));
    return html`<fieldset>
      <legend>${msg('How long a recall lasts')}</legend>
      ${choices('length', options, recallMs, (value) => this.#change({ recallMs: value }))}
      <p class="small" role="status">${note}</p>
    </fieldset>`;
  }

  #signal({ signal }: Settings): TemplateResult {
    const options = [
      { value: 'both', word: msg('Sound and vibration') },
      { value: 'vibration', word: msg('Vibration') },
      { value: 'off', word: msg('Nothing') },
    ] as const;
    return html`<fieldset>
      <legend>${msg('What tells you when it begins and ends, even with your eyes closed')}</legend>
      ${choices<Signal>('signal', options, signal, (value) => this.#change({ signal: value }))}
      ${'vibrate' in navigator ? nothing : html`<p class="small">${msg('This phone doesn’t let apps vibrate, so it’s the sound or nothing.')}</p>`}
    </fieldset>`;
  }

  /** What few people come for, so it is fetched when it is opened. */
  #folded(place: string, summary: string, fetch: () => Promise<unknown>, part: TemplateResult): TemplateResult {
    const opening = this.#openings.get(place) ?? new WhenFetched(this);
    this.#openings.set(place, opening);
    const { failure, again } = opening;
    const onToggle = ({ target }: Event): void => {
      if ((target as HTMLDetailsElement).open) opening.do(fetch, () => undefined);
    };
    return html`<details data-place=${place} @toggle=${onToggle}>
      <summary>${summary}</summary>
      ${failure ? journalNotice(failure, html`<button class="quiet less" @click=${again}>${msg('Try again')}</button>`) : nothing}
      ${part}
    </details>`;
  }

  #theme({ theme }: Settings): TemplateResult {
    const options = [
      { value: 'system', word: msg('Match system') },
      { value: 'light', word: msg('Light') },
      { value: 'dark', word: msg('Dark') },
    ] as const;
    return html`<fieldset aria-labelledby="look">
      ${choices<Settings['theme']>('theme', options, theme, (value) => this.#change({ theme: value }))}
    </fieldset>`;
  }

  #erasing(): TemplateResult {
    const { failure, waiting } = this.#asking;
    return html`<section aria-labelledby="erasing" data-place="erase">
      <h2 class="h2" id="erasing">${msg('Withdraw and delete everything')}</h2>
      <p class="lede">
        ${msg('All entries, all face readings, all settings and the copies on this phone, for good, and all you agreed to. Backups you saved elsewhere stay where they are.')}
      </p>
      ${failure ? journalNotice(failure) : nothing}
      <button class="danger" aria-disabled=${waiting} @click=${this.#askToErase}>${msg('Delete everything')}</button>
      <rv-settings-erase @rv-erased=${this.#onErased}></rv-settings-erase>
    </section>`;
  }

  #onBackend({ detail }: CustomEvent<Settings['backend']>): void {
    this.#change({ backend: detail });
  }

  #change(change: Change): void {
    void this.services.journal.changeSettings(change).catch(() => this.#settings.refresh());
  }

  /** Few people come for it, so the question is fetched when it is asked. */
  readonly #askToErase = (): void =>
    this.#asking.do(
      () => import('./erase'),
      () => void this.eraseQuestion.ask(),
    );

  readonly #onErased = ({ detail: page }: CustomEvent<ErasedPage>): void => {
    this.erased = page(() => navigate(this, '/', { replace: true }));
  };

  static override styles = [
    sharedStyles,
    settingsStyles,
    foldStyles,
    css`
      .page {
        gap: var(--s6);
      }
      .counts {
        width: 100%;
        font-variant-numeric: tabular-nums;
      }
      .counts :is(th, td) {
        padding: var(--s2);
        font-weight: 400;
        text-align: end;
      }
      .counts th:first-child {
        text-align: start;
      }
      .counts thead th {
        color: var(--ink-2);
        font-size: var(--t-1);
      }
      .page > section + section {
        margin: 0;
      }
      details + details {
        margin-block-start: calc(-1 * var(--s3));
      }
      nav {
        gap: var(--s2);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        padding-inline: 14px;
        font-size: 0.9375rem;
        border: 1px solid transparent;
        border-radius: 22px;
        background: var(--sunk);
        color: var(--ink-2);
        text-decoration: none;
      }
      nav a:hover {
        color: var(--ember);
      }
      [data-place] {
        scroll-margin-block-start: var(--s4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings': RvSettings;
  }
}
