import { css } from 'lit';

/** A field for a day, with a time or without. */
export const dateFieldStyles = css`
  input[type='date'],
  input[type='datetime-local'] {
    width: 100%;
    min-height: var(--tap);
    padding: var(--s2) var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--r-s);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, 16px);
  }
`;
