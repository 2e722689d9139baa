import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UnitEvent } from '../../domain/face/action-unit';
import type { Misread } from '../../domain/face/misread';
import type { Trace } from '../../domain/face/trace';
import { cssVars } from '../../elements/base/css-vars';
import { WordsElement } from '../../elements/base/words-element';
import { secondsAt } from '../../words/face/movement-words';
import { evidenceSentence, leftOutWords, misreadWords, reckonedWords, weightyWords } from './came-from-words';
import { type Evidence, evidenceOf, type Slice } from './evidence';

/**
 * What the reading of a recall came from, along its time: bars up where the face looked pleasant and down where it looked unpleasant, the
 * moments that weighed most in words, and what was left out. See: [Note: Where a reading came from]
 */
@customElement('rv-came-from')
export class RvCameFrom extends WordsElement {
  @property({ attribute: false }) trace!: Trace;
  /** Empty where they could not be told. */
  @property({ attribute: false }) units: readonly UnitEvent[] = [];
  @property({ attribute: false }) misread: readonly Misread[] = [];

  #evidence!: Evidence;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('trace') || changed.has('units') || changed.has('misread'))
      this.#evidence = evidenceOf(this.trace, this.units, this.misread);
  }

  override render() {
    const { weighty, leftOut } = this.#evidence;
    const misread = misreadWords(this.#evidence);
    const isFused = this.trace.fused?.some(Number.isFinite) ?? false;
    return html`
      <p class="told">${evidenceSentence(this.#evidence)}</p>
      ${this.#timeline()}
      ${weighty.length > 0 ? html`<ol>${weighty.map((one) => html`<li>${weightyWords(one)}</li>`)}</ol>` : nothing}
      ${leftOut.length > 0 ? html`<p>${msg('Not counted:')}</p><ul>${leftOut.map((one) => html`<li>${leftOutWords(one)}</li>`)}</ul>` : nothing}
      ${misread ? html`<p>${misread}</p>` : nothing}
      <p class="small">${reckonedWords(isFused)}</p>
    `;
  }

  /** The lists below say the same. */
  #timeline(): TemplateResult {
    const { slices } = this.#evidence;
    return html`<div class="bars" aria-hidden="true">${slices.map((slice) => this.#bar(slice))}</div>
      <p class="axis" aria-hidden="true"><span>${secondsAt(0)}</span><span>${secondsAt(slices.at(-1)?.toMs ?? 0)}</span></p>
      <p class="small">${msg('Bars go up where your face looked pleasant, and down where it looked unpleasant. They’re fainter where less could be read, and hatched where nothing could.')}</p>`;
  }

  #bar({ valence, usableShare }: Slice): TemplateResult {
    if (valence === null) return html`<i class="gap"></i>`;
    const size = cssVars({ '--tall': String(Math.abs(valence)), '--seen': String(0.3 + 0.7 * usableShare) });
    return html`<i class=${valence < 0 ? 'down' : 'up'} ${size}></i>`;
  }

  static override styles = css`
    :host {
      display: block;
      color: var(--ink);
      font-family: var(--sans);
      line-height: 1.5;
    }
    p {
      margin: var(--s3) 0 0;
    }
    .told {
      font: 400 var(--t1) / 1.4 var(--serif);
      text-wrap: pretty;
    }
    .small,
    .axis {
      color: var(--ink-2);
      font-size: var(--t-1);
    }
    ol,
    ul {
      margin: var(--s2) 0 0;
      padding-inline-start: var(--s5);
    }
    li + li {
      margin-block-start: var(--s2);
    }
    .bars {
      display: flex;
      height: 88px;
      margin-block-start: var(--s4);
      border-radius: 8px;
      background: linear-gradient(var(--edge), var(--edge)) center / 100% 1px no-repeat var(--sunk);
      overflow: hidden;
    }
    i {
      position: relative;
      flex: 1;
    }
    .up::before,
    .down::before {
      position: absolute;
      inset-inline: 0 1px;
      height: calc(var(--tall) * 44px);
      background: var(--dusk);
      opacity: var(--seen);
      content: '';
    }
    .up::before {
      bottom: 50%;
    }
    .down::before {
      top: 50%;
    }
    .gap {
      background: repeating-linear-gradient(-45deg, var(--edge) 0 1px, transparent 1px 6px);
    }
    .axis {
      display: flex;
      justify-content: space-between;
      margin-block-start: var(--s1);
    }
    @media (forced-colors: active) {
      .up::before,
      .down::before {
        background: CanvasText;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-came-from': RvCameFrom;
  }
}
