import { css } from 'lit';

/** The sheet, on the screen and on paper. */
export const printStyles = css`
  .page {
    max-width: 52rem;
  }
  .controls {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--s4);
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
  }
  input[type='date'] {
    min-height: var(--tap);
    padding: var(--s2) var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--r-s);
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  fieldset {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
  }
  .sheet {
    padding: clamp(var(--s5), 6vw, var(--s7));
    background: var(--card);
    box-shadow: var(--shadow);
    border-radius: 4px;
  }
  .title {
    padding-block-end: var(--s4);
    border-block-end: 1.5px solid var(--ink);
  }
  .title .h1 {
    font-size: var(--t4);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    margin-block-start: var(--s3);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
  }
  .key rv-mark {
    --mark-size: 14px;
  }
  .key .apart rv-mark {
    --mark-size: 9px;
    --dusk: var(--ink-3);
  }
  rv-period-chart {
    margin-block: var(--s5) var(--s6);
    break-inside: avoid;
  }
  rv-period-chart + .apart {
    margin-block: calc(-1 * var(--s5)) var(--s6);
  }
  .day + .day {
    margin-block-start: var(--s5);
  }
  .day > h3 {
    padding-block-end: var(--s1);
    border-block-end: 1px solid var(--line);
    color: var(--ink-2);
    font: 600 var(--t-1) / 1.4 var(--sans);
    letter-spacing: 0.01em;
    break-after: avoid;
  }
  article {
    display: grid;
    grid-template-columns: 92px 1fr;
    gap: 0 var(--s5);
    padding-block: var(--s3) var(--s4);
  }
  .entry + .entry {
    border-block-start: 1px solid var(--line);
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--s1);
    color: var(--ink-2);
    font-size: var(--t-1);
  }
  .marks {
    display: flex;
    justify-content: center;
    gap: var(--s3);
    width: 84px;
    font-weight: 600;
    font-size: var(--t-2);
  }
  .words {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .question {
    color: var(--ink-3);
    font-size: var(--t-1);
    break-after: avoid;
  }
  h4 {
    margin: 0;
    font: 500 var(--t1) / 1.25 var(--serif);
    text-wrap: balance;
    break-after: avoid;
  }
  .words .said {
    font-size: 1.0625rem;
    line-height: 1.5;
    orphans: 3;
    widows: 3;
  }
  .felt,
  .looked {
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .felt::first-letter {
    text-transform: capitalize;
  }
  .looked {
    color: var(--dusk);
  }
  rv-trace-ribbon {
    max-width: 420px;
    break-inside: avoid;
  }
  .end {
    margin-block-start: var(--s6);
    padding-block-start: var(--s3);
    border-block-start: 1px solid var(--line);
    break-inside: avoid;
  }

  @media (max-width: 560px) {
    article {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s2);
    }
    .side {
      flex-flow: row wrap;
      align-items: center;
      gap: 0 var(--s3);
    }
    .marks {
      width: auto;
    }
  }

  @media print {
    .controls,
    .back,
    .screen-only {
      display: none;
    }
    .page {
      display: block;
      max-width: none;
      padding: 0;
    }
    .sheet {
      padding: 0;
      border-radius: 0;
      background: none;
      box-shadow: none;
    }
    article {
      grid-template-columns: 92px 1fr;
      gap: 0 var(--s5);
    }
    .side {
      flex-direction: column;
      align-items: flex-start;
    }
    .marks {
      width: 84px;
    }
    .short {
      break-inside: avoid;
    }
  }
`;
