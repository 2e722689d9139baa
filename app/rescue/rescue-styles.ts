import { css } from 'lit';

/** The look of the rescue page. */
export const rescueStyles = css`
  .page {
    padding-block-start: var(--s7);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    align-items: flex-start;
  }
  section.card {
    align-items: stretch;
  }
  ul.card {
    align-self: stretch;
    padding: 0 var(--s4);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2);
    padding-block: var(--s2);
  }
  li b {
    display: block;
    font-weight: 600;
  }
  .file {
    position: relative;
    cursor: pointer;
  }
  .file:has(:focus-visible) {
    outline: var(--focus);
    outline-offset: 3px;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
`;
