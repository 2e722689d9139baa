import { css } from 'lit';

/** The answers to a question about the memory: `.answers` (`.short`: side by side) `.answer`, `.asked` with its question in a form, `.exact` for a date. */
export const answerStyles = css`
  .answers {
    display: grid;
    gap: var(--s2);
  }
  .answers.short {
    /* Two beside each other, or one in large text. */
    grid-template-columns: repeat(auto-fit, minmax(max(8rem, 40%), 1fr));
  }
  .answers.short > :last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .answer {
    min-height: 56px;
    padding: var(--s3) var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--r-s);
    background: var(--card);
    color: var(--ink);
    font: 400 var(--t0) / 1.3 var(--sans);
    text-align: start;
    hyphens: auto;
    overflow-wrap: anywhere;
    transition: background-color var(--quick) var(--ease);
  }
  .answer:hover {
    background: var(--sunk);
  }
  .answer[aria-pressed='true'] {
    border-color: var(--ember);
    box-shadow: inset 0 0 0 1px var(--ember);
    background: var(--chosen);
    color: var(--on-chosen);
  }
  .asked {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
  }
  .exact {
    display: flex;
    flex-direction: column;
  }
  .exact summary {
    color: var(--ink-2);
  }
  .exact .pair {
    display: grid;
    /* Two beside each other, or one in large text. */
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: var(--s3);
  }
`;
