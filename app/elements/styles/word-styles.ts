import { css } from 'lit';

/** Words: `.eyebrow` `.h1` `.h2` `.h3` `.lede` `.small` `.said` (the person's own words) `.told` (ours, set like them) `.number`, and whose they are: `.you` `.face`. */
export const wordStyles = css`
  .eyebrow {
    color: var(--ink-3);
    font-size: var(--t-1);
    line-height: 1.4;
    letter-spacing: 0.02em;
  }
  .h1,
  .h2,
  .h3 {
    font-family: var(--serif);
    font-weight: 500;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  .h1 {
    font-size: var(--t3);
    line-height: 1.15;
    letter-spacing: -0.012em;
  }
  .h2 {
    font-size: var(--t2);
    line-height: 1.2;
    letter-spacing: -0.006em;
  }
  .h3 {
    font-size: var(--t1);
    line-height: 1.3;
  }
  .lede {
    color: var(--ink-2);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .small {
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .said,
  .told {
    font: 400 var(--t1) / 1.5 var(--serif);
    white-space: pre-line;
  }
  /* It may be of another language than the page's, which runs the other way. */
  .said {
    unicode-bidi: plaintext;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .you {
    color: var(--ember);
  }
  .face {
    color: var(--dusk);
  }
  h1:focus-visible,
  h2:focus-visible,
  [tabindex='-1']:focus-visible {
    outline: none;
  }
`;
