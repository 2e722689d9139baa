import { css } from 'lit';

/** Blocks: `.page` `.stack` `.card` `.row` `.spread` `.list`. */
export const blockStyles = css`
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--s5);
    max-width: var(--measure);
    margin-inline: auto;
    padding: var(--s4) var(--edge-space) var(--s7);
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .stack.tight {
    gap: var(--s2);
  }
  .stack.loose {
    gap: var(--s6);
  }
  .card {
    border-radius: var(--r);
    padding: var(--s4);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s3);
  }
  .row.around {
    justify-content: space-around;
  }
  .spread {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
  }
  .list {
    display: flex;
    flex-direction: column;
  }
  .list > * + * {
    border-top: 1px solid var(--line);
  }
`;
