import { css } from 'lit';

/** The look all parts of Settings share: a serif heading, then quiet rows on a card. */
export const settingsStyles = css`
  section + section {
    margin-block-start: var(--s6);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
  }
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
  .facts {
    display: grid;
    grid-template-columns: minmax(7.5rem, auto) 1fr;
    gap: var(--s2) var(--s4);
  }
  .facts dt {
    color: var(--ink-2);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  fieldset,
  .group {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
  }
  legend {
    /* Out of the border, where fieldsets draw it. Physical: it takes the whole line. */
    float: left;
    width: 100%;
    margin-block-end: var(--s2);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .card > * + .group,
  .card > * + fieldset {
    padding-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
  }
  button.link {
    align-self: flex-start;
    margin-inline-start: calc(-1 * var(--s2));
  }
  .primary,
  .plain,
  .danger,
  .quiet {
    align-self: flex-start;
  }
`;
