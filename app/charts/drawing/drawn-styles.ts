import { css } from 'lit';

/** Of a chapter: the finding as a headline, how sure it is beneath, and the drawing on the page itself. */
export const drawnStyles = css`
  h2 {
    margin: 0;
    font: 500 var(--t2) / 1.2 var(--serif);
    letter-spacing: -0.006em;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  .evidence {
    margin: var(--s2) 0 0;
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .plot {
    height: auto;
    margin-top: var(--s4);
    border-radius: var(--r-s);
    cursor: pointer;
    touch-action: manipulation;
  }
  .plot:focus-visible {
    outline: var(--focus);
    outline-offset: 4px;
  }
  svg {
    display: block;
    overflow: visible;
    /* See: [Note: Both directions] */
    direction: ltr;
    font: 400 var(--t-2) var(--sans);
  }
  text {
    unicode-bidi: plaintext;
  }
  .ring {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .look {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--s3);
    margin: var(--s2) 0 0;
    font-size: var(--t-1);
    line-height: 1.5;
  }
  button {
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--t-1);
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: var(--edge);
    text-underline-offset: 5px;
  }
  button:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
  details .evidence {
    margin-bottom: var(--s3);
  }
`;
