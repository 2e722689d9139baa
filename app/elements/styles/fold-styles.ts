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
    gap: var(--s3);
    min-height: var(--tap);
    border-radius: var(--r-s);
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
    margin: 0 var(--s1) 5px;
    border: 0 solid var(--ink-3);
    border-block-end-width: 1.6px;
    border-inline-end-width: 1.6px;
    rotate: calc(45deg * var(--forward, 1));
    transition: rotate var(--quick) var(--ease);
    content: '';
  }
  summary:hover {
    color: var(--ember);
  }
  [open] > summary::after {
    margin-block: 5px 0;
    rotate: calc(225deg * var(--forward, 1));
  }
  [open] > summary ~ :last-child {
    margin-block-end: var(--s4);
  }
  @media (prefers-reduced-motion: reduce) {
    summary::after {
      transition: none;
    }
  }
`;
