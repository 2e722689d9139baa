import { css } from 'lit';

/** The look of the list and of its search, used with `sharedStyles`. */
export const historyStyles = css`
  .later {
    height: var(--later);
  }
  .months {
    display: flex;
    flex-direction: column;
    gap: var(--s5);
  }
  input[type='search'] {
    width: 100%;
    min-height: 48px;
    padding: var(--s2) var(--s4);
    border: 1px solid var(--edge);
    border-radius: 24px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, 16px);
  }
  /* The browser's own is blue. */
  input::-webkit-search-cancel-button {
    appearance: none;
    width: 14px;
    height: 14px;
    background: var(--ink-2);
    clip-path: polygon(8% 0, 50% 42%, 92% 0, 100% 8%, 58% 50%, 100% 92%, 92% 100%, 50% 58%, 8% 100%, 0 92%, 42% 50%, 0 8%);
  }
  .list {
    padding: 0;
    overflow: clip;
  }
  .key {
    display: flex;
    gap: var(--s4);
    align-items: center;
  }
  .key span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .key rv-mark {
    --mark-size: 14px;
  }
`;
