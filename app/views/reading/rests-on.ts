import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FaceOutcome, FaceSummary } from '../../domain/face/face-summary';
import type { Misread } from '../../domain/face/misread';
import type { Trace } from '../../domain/face/trace';
import { WordsElement } from '../../elements/base/words-element';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';
import { notFetchedNotice } from '../shared/not-fetched-notice';
import { WhenFetched } from '../shared/when-fetched';

/** What the reading of a face rests on, in a line; and folded below it where it came from, which is fetched when it is opened. */
@customElement('rv-rests-on')
export class RvRestsOn extends WordsElement {
  @property({ attribute: false }) face: FaceOutcome | null = null;
  /** Null where the curve was not kept: then there is the line alone. */
  @property({ attribute: false }) trace: Trace | null = null;
  @property({ attribute: false }) misread: readonly Misread[] = [];

  @state() private open = false;

  readonly #fetched = new WhenFetched(this);

  protected override render() {
    const summary = this.face?.summary;
    if (!summary) return nothing;
    return html`<p class="small">${restsOnWords(summary)}</p>
      ${this.trace ? this.#fold(this.trace, summary) : nothing}`;
  }

  #fold(trace: Trace, { units = [] }: FaceSummary): TemplateResult {
    const again = html`<button type="button" class="quiet less" @click=${this.#fetched.again}>${msg('Try again')}</button>`;
    return html`<details @toggle=${this.#onToggle}>
      <summary>${msg('Where did this come from?')}</summary>
      <div>
        ${this.#fetched.failure ? notFetchedNotice(again) : nothing}
        ${this.open ? html`<rv-came-from .trace=${trace} .units=${units} .misread=${this.misread}></rv-came-from>` : nothing}
      </div>
    </details>`;
  }

  readonly #onToggle = ({ target }: Event): void => {
    this.open = false;
    if (!(target as HTMLDetailsElement).open) {
      this.#fetched.drop();
      return;
    }
    this.#fetched.do(
      () => import('../../charts/came-from/came-from'),
      () => {
        this.open = true;
      },
    );
  };

  static override styles = [
    sharedStyles,
    foldStyles,
    css`
      :host {
        display: block;
        margin-block-start: var(--s4);
      }
    `,
  ];
}

/** How many readings count, and what they could be compared with. */
export function restsOnWords({ readings, usableShare, units, models }: FaceSummary): string {
  const n = Math.round(readings * usableShare);
  const left = readings - n;
  return sentences([
    comparedWords(n, units === undefined ? 'nothing' : models.rest ? 'usual' : 'today'),
    left === 0
      ? ''
      : plural(msg('{n, plural, one {One more couldn’t be used.} other {{n} more couldn’t be used.}}'), { n: left }),
  ]);
}

function comparedWords(n: number, rest: 'nothing' | 'usual' | 'today'): string {
  switch (rest) {
    case 'nothing':
      return plural(
        msg(
          '{n, plural, one {It rests on one reading of your face alone: there was no time at rest to tell what moved.} other {It rests on {n} readings of your face alone: there was no time at rest to tell what moved.}}',
        ),
        { n },
      );
    case 'today':
      return plural(
        msg(
          '{n, plural, one {It rests on one reading of your face, and on what moved compared with how it looked at rest.} other {It rests on {n} readings of your face, and on what moved compared with how it looked at rest.}}',
        ),
        { n },
      );
    case 'usual':
      return plural(
        msg(
          '{n, plural, one {It rests on one reading of your face, and on what moved compared with how it looked at rest, before this recall and before earlier ones.} other {It rests on {n} readings of your face, and on what moved compared with how it looked at rest, before this recall and before earlier ones.}}',
        ),
        { n },
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-rests-on': RvRestsOn;
  }
}
