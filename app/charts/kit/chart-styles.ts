import { css } from 'lit';

/** What all charts share: the plot, its legend, its sentence and the table behind it. */
export const chartStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font-family: var(--sans);
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    margin: 0;
  }
  .plot {
    position: relative;
    height: clamp(232px, 44cqi, 320px);
    /* A chart is as wide as before for a moment when its place gets narrower: the page must not scroll sideways then. */
    overflow-x: clip;
  }
  canvas {
    display: block;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    margin: var(--s3) 0 0;
    padding: 0;
    list-style: none;
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
  }
  .legend svg {
    flex: none;
    width: 12px;
    height: 12px;
    overflow: visible;
  }
  figcaption {
    margin-top: var(--s3);
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
    text-wrap: pretty;
  }
  figcaption:first-child {
    margin-top: 0;
  }
  details {
    margin-top: var(--s1);
    font-size: var(--t-1);
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-height: 44px;
    border-radius: var(--s1);
    color: var(--ink-2);
    cursor: pointer;
    list-style: none;
    text-decoration: underline;
    text-decoration-color: var(--edge);
    text-underline-offset: 5px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--ink);
  }
  summary:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
`;
