import { css } from 'lit';

/** What opens the numbers behind a sentence: a line to press. */
export const summaryStyles = css`
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
    list-style: none;
    text-decoration: underline;
    text-decoration-color: var(--edge);
    text-underline-offset: 5px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
`;
