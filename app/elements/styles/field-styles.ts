import { css } from 'lit';

/** Fields: `.field` (a label with its control), `.check` (a box to tick, with its words), `.chip` (a toggle). */
export const fieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
  }
  .field > span:first-child,
  legend {
    padding: 0;
    font-weight: 600;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  input[type='text'],
  input[type='password'],
  input[type='date'],
  input[type='number'],
  input[type='datetime-local'],
  textarea,
  select {
    width: 100%;
    min-height: var(--tap);
    padding: var(--s3) var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--r-s);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, 16px);
    unicode-bidi: plaintext;
  }
  textarea {
    min-height: 7rem;
    resize: vertical;
    line-height: 1.5;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-height: 44px;
    cursor: pointer;
  }
  .check input {
    width: 22px;
    height: 22px;
    /* Long words beside it wrap; it stays as large as it is. */
    flex: none;
    accent-color: var(--ember);
  }
  .chip {
    min-height: 44px;
    padding: var(--s2) var(--s4);
    border: 1px solid var(--edge);
    border-radius: 22px;
    background: none;
    color: var(--ink);
    transition: background-color var(--quick) var(--ease);
  }
  .chip[aria-pressed='true'],
  .chip[aria-checked='true'],
  .chip:has(input:checked) {
    border-color: var(--ember);
    /* A thicker edge and not bolder words: those would push the chips beside them. */
    box-shadow: inset 0 0 0 1px var(--ember);
    background: var(--chosen);
    color: var(--on-chosen);
  }
`;
