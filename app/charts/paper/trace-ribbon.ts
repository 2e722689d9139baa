import { msg, str } from '@lit/localize';
import { css, html, svg, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { EXPRESSIONS } from '../../domain/face/expression';
import { WordsElement } from '../../elements/base/words-element';
import { formatDuration } from '../../words/measures';
import { formatShare } from '../../words/numbers';
import type { Band, TraceSeries } from '../trace/trace-series';
import { bandWord } from '../trace/trace-words';

const WIDTH = 600;
const HEIGHT = 60;

/** At most this many points across: finer than paper shows at this size. */
const POINTS = 200;

/** The expressions with a colour of their own; neutral is the ground. */
const COLOURED = EXPRESSIONS.filter((name) => name !== 'neutral');

/**
 * The areas of a recall as one quiet strip of lines and shapes, for paper: sharp at any size, without axes, its expressions
 * named beneath with their mean share.
 *
 * `series`: what is drawn.
 */
@customElement('rv-trace-ribbon')
export class RvTraceRibbon extends WordsElement {
  @property({ attribute: false }) series!: TraceSeries;

  protected override render() {
    const { bands, durationS, meanShares } = this.series;
    const named = bands.filter(({ name, visible }) => visible && name !== 'rest').reverse();
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        <rect class="ground" width=${WIDTH} height=${HEIGHT}></rect>
        ${bands.map((band) => svg`<path class=${band.name} d=${areaPath(this.series, band)}></path>`)}
      </svg>
      <ul>
        ${named.map(({ name }) =>
          name === 'rest'
            ? null
            : html`<li><i class=${name}></i>${msg(str`${bandWord(name)} ${formatShare(meanShares[name])}`)}</li>`,
        )}
        <li>${formatDuration(1000 * Math.round(durationS))}</li>
      </ul>`;
  }

  static override styles = css`
    :host {
      display: block;
      font-size: var(--t-2);
      color: var(--ink-2);
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: 6px;
    }
    .ground {
      fill: var(--sunk);
    }
    .neutral,
    .rest {
      fill: color-mix(in srgb, var(--x-neutral) 40%, var(--card));
    }
    ${unsafeCSS(COLOURED.map((name) => `.${name} { fill: var(--x-${name}); background: var(--x-${name}); }`).join(' '))}
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      margin: 5px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: inline-flex;
      align-items: baseline;
      gap: 5px;
      font-variant-numeric: tabular-nums;
    }
    i {
      width: 8px;
      height: 8px;
      border-radius: 2px;
    }
    i.neutral {
      background: color-mix(in srgb, var(--x-neutral) 40%, var(--card));
    }
    li:last-child {
      margin-inline-start: auto;
    }
  `;
}

/** The area as closed shapes, one for each stretch in which the face was readable. */
export function areaPath({ x, durationS }: TraceSeries, { lower, upper }: Band): string {
  const step = Math.max(1, Math.ceil(x.length / POINTS));
  const across = (i: number) => ((x[i]! / Math.max(durationS, 1e-9)) * WIDTH).toFixed(1);
  const up = (share: number) => ((1 - share) * HEIGHT).toFixed(1);
  return stretches(lower)
    .map((stretch) => {
      const drawn = stretch.filter((_, i) => i % step === 0 || i === stretch.length - 1);
      const top = drawn.map((i) => `${across(i)} ${up(upper[i]!)}`);
      const bottom = drawn.map((i) => `${across(i)} ${up(lower[i]!)}`).reverse();
      return `M${[...top, ...bottom].join('L')}Z`;
    })
    .join('');
}

/** Runs of indices whose value is a number, those of a single one left out: they have no area. */
function stretches(values: readonly number[]): number[][] {
  const runs: number[][] = [[]];
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) runs.push([]);
    else runs.at(-1)!.push(i);
  }
  return runs.filter((run) => run.length > 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-trace-ribbon': RvTraceRibbon;
  }
}
