import { css } from 'lit';

/** A card that mentions something on Today and can be put aside: an icon beside a heading and its words. */
export const cardStyles = css`
  section {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--s3);
    padding: var(--s4);
    border-radius: var(--r);
    background: var(--sunk);
  }
  section > rv-icon {
    margin-top: 2px;
    color: var(--ember);
  }
  strong {
    font: 500 var(--t1) / 1.3 var(--serif);
  }
`;
