import { css } from 'lit';

/** The face is dusk, as its mark is everywhere; nothing here is ember, which is the person. */
export const motionStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font-family: var(--sans);
  }
  p {
    margin: 0;
  }
  .told {
    margin-top: var(--s2);
    font: 400 var(--t1) / 1.4 var(--serif);
    text-wrap: pretty;
  }
  .also {
    margin-top: var(--s2);
    line-height: 1.5;
  }
  .also:empty {
    display: none;
  }
  .small,
  .axis {
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .replay {
    margin-top: var(--s4);
    text-align: center;
  }
  .face {
    display: block;
    width: min(100%, 210px);
    overflow: visible;
    margin-inline: auto;
    fill: none;
    stroke: var(--dusk);
    stroke-width: 0.22;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .faint {
    opacity: 0.3;
  }
  .skin {
    fill: var(--dusk-soft);
    stroke-width: 0.16;
    stroke-opacity: 0.5;
  }
  .brow {
    stroke-width: 0.5;
  }
  .lid {
    stroke-width: 0.3;
  }
  .soft {
    stroke-width: 0.16;
  }
  .white {
    fill: var(--card);
    stroke: none;
  }
  .iris {
    fill: var(--dusk);
    stroke: none;
  }
  .mouth {
    fill: var(--dusk);
    stroke: none;
  }
  .controls {
    display: flex;
    align-items: center;
    gap: var(--s2);
    margin-top: var(--s3);
  }
  .play {
    display: grid;
    flex: none;
    place-items: center;
    width: 48px;
    height: 48px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--dusk-soft);
    color: var(--dusk);
    cursor: pointer;
    touch-action: manipulation;
  }
  .play svg {
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .play .full {
    fill: currentColor;
  }
  input {
    flex: 1;
    min-width: 0;
    height: 44px;
    margin: 0;
    accent-color: var(--dusk);
    cursor: pointer;
  }
  .moment {
    min-height: 1.5em;
    font-size: var(--t0);
    line-height: 1.5;
  }
  .now,
  .how {
    text-align: center;
  }
  .now .going {
    justify-content: center;
  }
  .alone {
    margin-top: var(--s3);
  }
  .how {
    margin-top: var(--s1);
    text-wrap: balance;
  }
  .going {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    min-height: 44px;
    margin-top: var(--s1);
  }
  .going p {
    flex: 1 0 100%;
    margin: 0;
  }
  .chip {
    min-height: 44px;
    padding: var(--s2) var(--s3);
    border: 0;
    border-radius: 22px;
    background: var(--dusk-soft);
    color: var(--dusk);
    font: inherit;
    font-size: var(--t-1);
    cursor: pointer;
    touch-action: manipulation;
  }
  .chip[aria-pressed='true'] {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--edge);
    color: var(--ink-2);
    text-decoration: line-through;
  }
  .every {
    min-height: 44px;
    padding: var(--s2);
    border: 0;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: var(--t-1);
    text-decoration: underline;
    text-underline-offset: 5px;
    cursor: pointer;
    touch-action: manipulation;
  }
  .lanes {
    margin: var(--s4) 0 0;
    padding: 0;
    list-style: none;
  }
  .lanes button {
    display: grid;
    grid-template-columns: minmax(0, 7.5rem) minmax(0, 1fr);
    gap: var(--s3);
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: var(--s1) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--t-1);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .lanes li + li {
    border-top: 1px solid var(--line);
  }
  .lanes .movement + .state {
    margin-top: var(--s3);
  }
  .lanes button:hover .label {
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .label {
    overflow-wrap: anywhere;
  }
  .track {
    position: relative;
    height: 20px;
    border-radius: 10px;
    background: var(--sunk);
    overflow: hidden;
  }
  .track i {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--from);
    inline-size: var(--long);
  }
  .track .bar {
    inset-block: 5px;
    min-width: 6px;
    border-radius: 5px;
    background: var(--dusk);
  }
  .track .apex {
    inset-block: 8px;
    /* Never over an end of the bar, where it would look like a notch. */
    inset-inline-start: clamp(var(--from) + 3px, var(--at) - 2px, var(--to) - 7px);
    inline-size: 4px;
    border-radius: 50%;
    background: var(--card);
  }
  .state .bar {
    inset-block: 7px;
  }
  .track .out {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--edge);
  }
  .gap {
    background: repeating-linear-gradient(-45deg, var(--edge) 0 1px, transparent 1px 6px);
  }
  .head {
    min-width: 2px;
    background: var(--ink);
  }
  .mark {
    border-inline-start: 1px solid var(--line);
  }
  .axis {
    padding-inline-start: calc(7.5rem + var(--s3));
  }
  .track-wide {
    position: relative;
    display: flex;
    justify-content: space-between;
  }
  .axis .at {
    position: absolute;
    inset-inline-start: var(--from);
    translate: -50%;
  }
  .axis .at:dir(rtl) {
    translate: 50%;
  }
  :focus-visible {
    outline: var(--focus);
    outline-offset: 3px;
  }
  @container (min-width: 29rem) {
    /* What is told of the moment stands below the lanes: the face is taller than most of them. */
    .body {
      display: grid;
      grid-template: "replay timeline" auto "replay now" 1fr "how now" auto / 13rem minmax(0, 1fr);
      column-gap: var(--s5);
      align-items: start;
    }
    .replay {
      grid-area: replay;
    }
    .timeline {
      grid-area: timeline;
    }
    .now {
      grid-area: now;
      margin-top: var(--s4);
      text-align: start;
    }
    .now .going {
      justify-content: flex-start;
    }
    .how {
      grid-area: how;
    }
  }
  @media (forced-colors: active) {
    .bar {
      background: CanvasText;
    }
  }
`;
