import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isSameTag, LONGEST_TAG, TAG_KINDS, type Tag, type TagKind } from '../../domain/report/tags';
import { newTagWord, tagKindWord } from '../../words/report/tag-words';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** Fired whenever a tag is added or taken away. */
export type TagsChange = CustomEvent<{ readonly tags: readonly Tag[] }>;

/** How many of a kind are offered besides the chosen ones. */
const OFFERED = 8;

/**
 * Tags by kind, in words of one's own: what was used lately is offered first.
 *
 * @fires rv-change {TagsChange}
 */
@customElement('rv-tag-picker')
export class TagPicker extends WordsElement {
  @property({ attribute: false }) tags: readonly Tag[] = [];
  /** Those that were used lately, the latest first. */
  @property({ attribute: false }) lately: readonly Tag[] = [];
  @property({ attribute: false }) kinds: readonly TagKind[] = TAG_KINDS;
  /** The screen's heading asks for them already: their name is here for screen readers only. */
  @property({ type: Boolean }) bare = false;

  protected override render() {
    return this.kinds.map((kind) => this.#kind(kind));
  }

  /** Adds what was written and not added yet, because the person goes on. */
  addWritten(): void {
    for (const form of this.renderRoot.querySelectorAll('form'))
      if (form.querySelector('input')!.value.trim() !== '') form.requestSubmit();
  }

  #kind(kind: TagKind): TemplateResult {
    const chosen = this.tags.filter((tag) => tag.kind === kind);
    const offered = this.lately
      .filter((tag) => tag.kind === kind && !chosen.some((one) => isSameTag(one, tag)))
      .slice(0, OFFERED);
    return html`<fieldset>
      <legend class=${this.bare ? 'visually-hidden' : ''}>${tagKindWord(kind)}</legend>
      <div class="chips">
        ${[...chosen, ...offered].map(
          (tag) =>
            html`<button type="button" class="chip" aria-pressed=${chosen.includes(tag)} @click=${() => this.#toggle(tag)}>${tag.name}</button>`,
        )}
        <form @submit=${(event: Event) => this.#add(event, kind)}>
          <input type="text" maxlength=${LONGEST_TAG} aria-label=${newTagWord(kind)} placeholder=${newTagWord(kind)} autocomplete="off" enterkeyhint="done" />
          <button class="quiet less">${msg('Add')}</button>
        </form>
      </div>
    </fieldset>`;
  }

  #add(event: Event, kind: TagKind): void {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const name = input.value.trim();
    input.value = '';
    const tag = { kind, name };
    if (name === '') input.focus();
    if (name !== '' && !this.tags.some((one) => isSameTag(one, tag))) this.#answer([...this.tags, tag]);
  }

  #toggle(tag: Tag): void {
    const without = this.tags.filter((one) => !isSameTag(one, tag));
    this.#answer(without.length < this.tags.length ? without : [...without, tag]);
  }

  #answer(tags: readonly Tag[]): void {
    this.tags = tags;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { tags }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      legend {
        margin-block-end: var(--s2);
      }
      .chips,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .chip {
        overflow-wrap: anywhere;
      }
      form {
        flex: 1 1 14rem;
      }
      input {
        flex: 1 1 8rem;
        min-width: 0;
        min-height: 44px;
        padding-block: var(--s2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-tag-picker': TagPicker;
  }
}
