import { css } from 'lit';
import { choiceStyles } from '../../elements/styles/choice-styles';

/** The look all parts of Settings share: a serif heading, then quiet rows on a card. */
export const settingsStyles = css`
  ${choiceStyles}
  section + section {
    margin-block-start: var(--s6);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
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
  h3 {
    font-size: var(--t0);
  }
  fieldset,
  .group {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
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
  /* What can be switched on and off: its words, and the switch at the end of the line. */
  .part {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--s3);
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  .part b,
  .part .small {
    display: block;
  }
  .part input {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--ember);
  }
`;
