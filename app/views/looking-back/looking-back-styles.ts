import { css } from 'lit';

/** A page to read: large serif, wide white, one thing after another; on a wide screen the questions stand in the margin. */
export const lookingBackStyles = css`
  .page {
    gap: var(--s7);
    max-width: 58rem;
  }
  header {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
  }
  .scene {
    height: 220px;
    margin: 0 calc(-1 * var(--edge-space)) var(--s3);
    --scene-fade: 14%;
  }
  rv-scene {
    height: 100%;
  }
  h1 {
    font: 500 clamp(2.75rem, 11vw, 4.5rem) / 1 var(--serif);
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .headline {
    max-width: 30rem;
    color: var(--ink);
    font: italic 400 clamp(1.375rem, 5vw, 1.75rem) / 1.3 var(--serif);
    text-wrap: balance;
  }
  section {
    display: grid;
    gap: var(--s4);
    padding-block-start: var(--s5);
    border-block-start: 1px solid var(--line);
  }
  h2 {
    font: 500 var(--t2) / 1.2 var(--serif);
    letter-spacing: -0.006em;
    text-wrap: balance;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    min-width: 0;
    max-width: 38rem;
    line-height: 1.55;
  }
  .body > .told {
    font-size: 1.3125rem;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .body > .evidence + .told {
    margin-block-start: var(--s3);
  }
  .evidence {
    display: flex;
    align-items: baseline;
    gap: 0 var(--s3);
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .evidence span {
    color: var(--ember);
    letter-spacing: 0.12em;
  }
  figure {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    margin: 0;
  }
  .quote {
    padding-block: var(--s3);
  }
  .quote blockquote {
    position: relative;
    margin: 0;
    padding-inline-start: var(--s6);
    color: var(--ink);
    font: 400 clamp(1.625rem, 6.4vw, 2.375rem) / 1.25 var(--serif);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  blockquote::before {
    content: "“";
    position: absolute;
    inset-block-start: -0.12em;
    inset-inline-start: -0.06em;
    color: var(--ember);
    font-size: 2em;
    line-height: 1;
  }
  blockquote:lang(de)::before {
    content: "„";
    inset-block-start: -0.3em;
  }
  blockquote:lang(ar)::before {
    content: "«";
    inset-block-start: -0.3em;
  }
  .quote figcaption {
    padding-inline-start: var(--s6);
    font-size: var(--t-1);
  }
  .quote a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--ink-2);
    text-decoration-color: var(--edge);
    text-underline-offset: 4px;
  }
  .rows {
    display: flex;
    flex-direction: column;
    counter-reset: place;
  }
  .rows li + li {
    border-block-start: 1px solid var(--line);
  }
  ol.rows li {
    display: grid;
    grid-template-columns: 2rem 1fr;
    align-items: center;
    counter-increment: place;
  }
  ol.rows li::before {
    content: counter(place);
    color: var(--ember);
    font: 400 var(--t3) / 1 var(--serif);
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--s2) var(--s5);
  }
  .words li {
    display: flex;
    align-items: baseline;
    gap: var(--s2);
  }
  .word {
    font: 400 var(--t2) / 1.2 var(--serif);
  }
  .words li:first-child .word {
    font-size: var(--t4);
  }
  .words li:nth-child(2) .word {
    font-size: var(--t3);
  }
  summary {
    color: var(--ink-2);
    font-size: var(--t-1);
  }
  table {
    border-collapse: collapse;
    font-size: var(--t-1);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding-block: var(--s1);
    padding-inline: 0 var(--s4);
    font-weight: 400;
    text-align: start;
  }
  thead th {
    color: var(--ink-2);
  }
  .colophon {
    max-width: 38rem;
    padding-block-start: var(--s5);
    border-block-start: 1px solid var(--line);
  }
  footer {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--s4);
  }
  footer nav {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--s2);
    width: 100%;
  }

  @media (min-width: 900px) {
    .scene {
      height: 280px;
    }
    section {
      grid-template-columns: 15rem 1fr;
      gap: var(--s6);
    }
    .quote,
    .colophon {
      margin-inline-start: calc(15rem + var(--s6));
    }
    .quote {
      margin-inline-start: calc(15rem - var(--s1));
    }
  }

  @media print {
    .screen-only {
      display: none;
    }
    .page {
      display: block;
      max-width: none;
      padding: 0;
    }
    .scene {
      height: 48mm;
    }
    section,
    .quote,
    .colophon {
      margin-block-start: 9mm;
      break-inside: avoid;
    }
    section {
      display: grid;
      grid-template-columns: 42mm 1fr;
      gap: 8mm;
      padding-block-start: 4mm;
    }
    .quote {
      margin-inline-start: 40mm;
    }
    .colophon {
      margin-inline-start: 50mm;
    }
    h1 {
      font-size: 34pt;
    }
    h2 {
      font-size: 14pt;
    }
    .quote blockquote {
      font-size: 18pt;
    }
    .body > .told {
      font-size: 12.5pt;
    }
    .quote a {
      text-decoration: none;
    }
  }
`;
