import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Entry } from '../../domain/entry/entry';
import { entryPath } from '../../domain/entry/entry-address';
import { asEraseFailure, asJournalFailure, type EraseFailure, type JournalFailure } from '../../domain/failure/failure';
import { momentAt } from '../../domain/moment/moment';
import { WordsElement } from '../../elements/base/words-element';
import type { RvDialog } from '../../elements/blocks/dialog';
import { plural } from '../../words/plural';
import '../../elements/blocks/dialog';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { whenWords } from '../../words/dates';
import { eraseNotice } from '../shared/erase-notice';
import { navigate } from '../shared/navigate';
import { differing, type Fact } from './version-facts';

/**
 * An entry that is there more than once, because two windows changed it or a backup held another version: all of them side by
 * side, with what differs, and the choice which ones stay. Nothing is erased before the person says so.
 *
 * `versions`: two or more, the one the screen shows first.
 */
@customElement('rv-entry-versions')
export class RvEntryVersions extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) versions: readonly Entry[] = [];
  @state() private failure: EraseFailure | JournalFailure | null = null;
  @query('rv-dialog') private dialog!: RvDialog;
  /** The one that stays alone if the question is answered with yes. */
  #chosen: Entry | null = null;

  protected override render() {
    const { length } = this.versions;
    if (length < 2) return nothing;
    const facts = differing(this.versions);
    return html`<section class="card stack" aria-labelledby="title">
      <div class="head">
        <rv-icon name="history"></rv-icon>
        <div class="stack tight">
          <h2 class="h3" id="title">
            ${plural(msg('{length, plural, =2 {There are two versions of this entry.} one {There is one version of this entry.} other {There are {length} versions of this entry.}}'), { length })}
          </h2>
          <p class="lede">
            ${msg('It was changed in two windows, or a backup had another version. Nothing is lost: you decide what to keep.')}
          </p>
        </div>
      </div>
      <ul class="versions">
        ${this.versions.map((version, at) => this.#version(version, at, facts[at]!))}
      </ul>
      <div class="row">
        <button class="link" @click=${this.#keepAll}>
          ${length === 2 ? msg('Keep both as separate entries') : msg('Keep all as separate entries')}
        </button>
      </div>
      ${this.failure ? eraseNotice(this.failure) : nothing} ${this.#question(length === 2)}
    </section>`;
  }

  #version(version: Entry, at: number, facts: readonly Fact[]): TemplateResult {
    const { clock } = this.services;
    const kept = whenWords(version.savedAt, momentAt(clock.epochMs(), clock.zone()));
    return html`<li>
      <p class="eyebrow">${at === 0 ? msg(str`This one · saved: ${kept}`) : msg(str`Another one · saved: ${kept}`)}</p>
      <dl>
        ${facts.map(
          ({ name, value, own }) => html`<div>
            <dt>${name}</dt>
            <dd class=${own ? 'own' : ''}>${value}</dd>
          </div>`,
        )}
      </dl>
      <button class="quiet" @click=${() => this.#ask(version)}>
        ${at === 0 ? msg('Keep only this one') : msg('Keep only that one')}
      </button>
    </li>`;
  }

  #question(two: boolean): TemplateResult {
    return html`<rv-dialog
      dangerous
      heading=${two ? msg('Delete the other version?') : msg('Delete the other versions?')}
      confirm=${msg('Delete')}
      dismiss=${msg('Keep everything')}
      @rv-confirm=${() => void this.#keepOnly()}
      >${msg('Anything that’s only in there is gone for good, including from the copies on this phone.')}</rv-dialog
    >`;
  }

  #ask(version: Entry): void {
    this.#chosen = version;
    void this.dialog.show();
  }

  async #keepOnly(): Promise<void> {
    const chosen = this.#chosen;
    if (!chosen) return;
    const { versions } = this;
    try {
      this.failure = null;
      for (const { id } of versions) if (id !== chosen.id) await this.services.journal.erase(id);
      if (chosen.id !== versions[0]?.id) {
        navigate(this, entryPath(chosen.id), { replace: true });
      }
    } catch (error) {
      this.failure = asEraseFailure(error);
    }
  }

  /** They are told apart from here on: none names another any more. */
  async #keepAll(): Promise<void> {
    const linked = this.versions.filter(({ besideId }) => besideId !== undefined);
    try {
      this.failure = null;
      await this.services.journal.saveAll(
        linked.map(({ besideId: _, ...entry }) => ({ entry: entry as Entry, trace: null })),
      );
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  }

  static override styles = [
    sharedStyles,
    css`
      .head {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s3);
      }
      .head rv-icon {
        margin-top: 2px;
        color: var(--ember);
      }
      .versions {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: var(--s4);
      }
      .versions li {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
        padding: var(--s4);
        border-radius: var(--r);
        background: var(--sunk);
      }
      .versions button {
        min-height: 44px;
        padding-inline: var(--s3);
        font-size: 1rem;
      }
      dl {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
        flex: 1;
      }
      dt {
        color: var(--ink-2);
        font-size: var(--t-1);
      }
      dd {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      dd.own {
        font: 500 1.0625rem / 1.4 var(--serif);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry-versions': RvEntryVersions;
  }
}
