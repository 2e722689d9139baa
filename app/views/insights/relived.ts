import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import '../../charts/aligned/aligned';
import { type Aligned, type AlignedAt, type Course, canAlign, courseOf } from '../../charts/aligned/aligned-series';
import { WordsElement } from '../../elements/base/words-element';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { RepeatedMemory } from '../../insights/chapters/again';
import type { Ask } from './ask';

/** Most memories that are looked into: each takes two entries and their readings. */
const MOST_MEMORIES = 40;

/** Two recalls to lay over each other. */
type Both = Omit<Aligned, 'at'>;

/**
 * Two recalls of one memory, the first and the last, laid over each other, one memory after the other. Nothing where no memory has kept
 * the readings of both. A memory is read when it is to be shown, because each takes a recall's worth of numbers.
 */
@customElement('rv-relived')
export class Relived extends WordsElement {
  /** Those recalled last first. */
  @property({ attribute: false }) memories: readonly RepeatedMemory[] = [];
  @property({ attribute: false }) journal!: Ask['journal'];
  @state() private both: Both | null = null;
  /** The memory that comes next, if another has the readings of both recalls; -1 without one. */
  @state() private next = -1;
  @state() private at: AlignedAt = 'beginning';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('memories') || changed.has('journal')) void this.#show(0);
  }

  async #show(from: number): Promise<void> {
    const { memories, journal } = this;
    const isStill = () => this.isConnected && memories === this.memories && journal === this.journal;
    const found = await this.#find(from);
    if (!isStill()) return;
    this.both = found?.both ?? null;
    this.next = -1;
    if (!found) return;
    const after = await this.#find(found.place + 1);
    if (isStill() && after && after.place !== found.place) this.next = after.place;
  }

  /** The first memory from there on, around the end, that has the readings of both. */
  async #find(from: number): Promise<{ readonly place: number; readonly both: Both } | null> {
    const memories = this.memories.slice(0, MOST_MEMORIES);
    for (let step = 0; step < memories.length; step++) {
      const place = (from + step) % memories.length;
      const { title, first, last } = memories[place]!;
      const courses = await Promise.all([this.#course(first.entryId), this.#course(last.entryId)]);
      if (courses[0] && courses[1])
        return { place, both: { title: title || msg('Untitled memory'), first: courses[0], last: courses[1] } };
    }
    return null;
  }

  async #course(id: string): Promise<Course | null> {
    try {
      const entry = await this.journal.peek(id);
      if (!entry || 'problem' in entry || entry.kind !== 'recall' || !entry.hasTrace) return null;
      const trace = await this.journal.trace(id);
      return trace && courseOf(entry, trace);
    } catch (error) {
      log.warn('the readings of a recall could not be read', error);
      return null;
    }
  }

  protected override render() {
    const { both } = this;
    if (!both) return nothing;
    const at = canAlign(both) ? this.at : 'beginning';
    return html`<section class="stack" aria-label=${msg('One memory, twice')}>
      <rv-aligned-chapter .data=${{ ...both, at }}></rv-aligned-chapter>
      <div class="row">${canAlign(both) ? this.#alignment() : nothing} ${this.#another()}</div>
    </section>`;
  }

  #alignment(): TemplateResult {
    const words = [
      { value: 'beginning', word: msg('From the beginning') },
      { value: 'movement', word: msg('From where it moved') },
    ] as const;
    return html`<fieldset>
      <legend class="visually-hidden">${msg('Laid over each other')}</legend>
      ${choices<AlignedAt>('aligned', words, this.at, (at) => {
        this.at = at;
      })}
    </fieldset>`;
  }

  #another(): TemplateResult | typeof nothing {
    return this.next < 0
      ? nothing
      : html`<button class="link" @click=${() => void this.#show(this.next)}>${msg('Another memory')}</button>`;
  }

  static override styles = [
    sharedStyles,
    choiceStyles,
    css`
      .row {
        flex-wrap: wrap;
        gap: var(--s2) var(--s4);
      }
      .chip {
        padding-inline: 0.7rem;
        font-size: var(--t-1);
      }
      /* Alone it begins where the words above it begin. */
      .link:only-child {
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-relived': Relived;
  }
}
