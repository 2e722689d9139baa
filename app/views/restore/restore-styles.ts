import { css } from 'lit';

/** The look of the way back. */
export const restoreStyles = css`
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--s3) var(--s4);
    align-items: baseline;
    margin: 0;
  }
  .facts dt {
    min-width: 2ch;
    color: var(--ember);
    font: 500 var(--t2) / 1.1 var(--serif);
    text-align: end;
  }
  .facts dd {
    margin: 0;
  }
  .facts dd b {
    display: block;
    font-weight: 600;
  }
  .primary {
    align-self: stretch;
  }
  .link {
    align-self: flex-start;
    margin-inline-start: calc(-1 * var(--s2));
  }
`;
