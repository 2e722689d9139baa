import { css } from 'lit';

/** What can be unfolded, as a quiet row across the page: its name, and an arrow that turns. */
export const foldStyles = css`
  details {
    border-block-end: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: var(--tap);
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    flex: none;
    width: 9px;
    height: 9px;
    margin: var(--s2);
    border: 0 solid var(--ink-3);
    border-block-end-width: 1.6px;
    border-inline-end-width: 1.6px;
    translate: 0 -3px;
    rotate: calc(45deg * var(--forward));
    transition: rotate var(--quick) var(--ease);
    content: '';
  }
  summary:hover {
    color: var(--ember);
  }
  [open] > summary::after {
    translate: 0 3px;
    rotate: calc(225deg * var(--forward));
  }
  [open] > :last-child {
    margin-block-end: var(--s4);
  }
`;
