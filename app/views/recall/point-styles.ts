import { css } from 'lit';

/** `.points`: what speaks for itself in a few words, each with its sign (`.badge`). */
export const pointStyles = css`
  .points {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .points li {
    display: grid;
    grid-template-columns: 44px 1fr;
    gap: var(--s3);
    align-items: start;
  }
  .points .badge {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: var(--ember-soft);
    color: var(--ember);
  }
  .points b {
    display: block;
    line-height: 1.35;
  }
  .points p {
    margin-top: 2px;
    color: var(--ink-2);
    font-size: 0.9375rem;
    line-height: 1.45;
  }
`;
