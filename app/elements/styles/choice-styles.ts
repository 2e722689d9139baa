import { css } from 'lit';

/** What `choices()` gives, and the legend above it. */
export const choiceStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    cursor: pointer;
  }
  .chip input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .chip:has(:focus-visible) {
    outline: var(--focus);
    outline-offset: 3px;
  }
  legend {
    /* Out of the border, where fieldsets draw it. Physical: it takes the whole line. */
    float: left;
    width: 100%;
    margin-block-end: var(--s2);
  }
`;
