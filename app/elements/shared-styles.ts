import { css } from 'lit';

/**
 * The typography, buttons and blocks every screen is made of. Use them as classes on plain elements, so that a button
 * stays a `<button>`: `static override styles = [sharedStyles, css`…`]`.
 *
 * Words: `.eyebrow` `.h1` `.h2` `.h3` `.lede` `.small` `.said` (the person's own words) `.number`
 * Blocks: `.page` `.stack` `.card` `.row` `.spread` `.list`
 * Buttons and links: `.primary` `.quiet` `.plain` `.danger` `.link` `.icon`
 * Fields: `.field` (a label with its control), `.chip` (a toggle)
 */
export const sharedStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ul[class],
  ol[class] {
    padding: 0;
    list-style: none;
  }

  /* Words */
  .eyebrow {
    color: var(--ink-3);
    font-size: var(--t-1);
    line-height: 1.4;
    letter-spacing: 0.02em;
  }
  .h1,
  .h2,
  .h3 {
    font-family: var(--serif);
    font-weight: 500;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  .h1 {
    font-size: var(--t3);
    line-height: 1.15;
    letter-spacing: -0.012em;
  }
  .h2 {
    font-size: var(--t2);
    line-height: 1.2;
    letter-spacing: -0.006em;
  }
  .h3 {
    font-size: var(--t1);
    line-height: 1.3;
  }
  .lede {
    color: var(--ink-2);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .small {
    color: var(--ink-2);
    font-size: var(--t-1);
    line-height: 1.5;
  }
  .said {
    font: 400 var(--t1) / 1.5 var(--serif);
    white-space: pre-line;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .you {
    color: var(--ember);
  }
  .face {
    color: var(--dusk);
  }
  h1:focus-visible,
  h2:focus-visible,
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  /* Blocks */
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--s5);
    max-width: var(--measure);
    margin-inline: auto;
    padding: var(--s4) var(--edge-space) var(--s7);
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .stack.tight {
    gap: var(--s2);
  }
  .stack.loose {
    gap: var(--s6);
  }
  .card {
    border-radius: var(--r);
    padding: var(--s4);
    background: var(--card);
    box-shadow: var(--shadow);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s3);
  }
  .row.around {
    justify-content: space-around;
  }
  .spread {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
  }
  .list {
    display: flex;
    flex-direction: column;
  }
  .list > * + * {
    border-top: 1px solid var(--line);
  }

  /* Buttons and links */
  button,
  .button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .primary,
  .quiet,
  .plain,
  .danger {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    min-height: var(--tap);
    padding: var(--s3) var(--s5);
    border: 0;
    border-radius: var(--r);
    font: 600 var(--t1) / 1.2 var(--sans);
    letter-spacing: -0.005em;
    text-align: center;
    text-decoration: none;
    transition:
      filter var(--quick) var(--ease),
      background-color var(--quick) var(--ease),
      transform var(--quick) var(--ease);
  }
  .primary {
    background: var(--ember);
    color: var(--on-ember);
  }
  .quiet {
    background: var(--ember-soft);
    color: var(--ember);
  }
  .plain {
    background: var(--card);
    color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--edge);
  }
  .danger {
    background: none;
    color: var(--bad);
    box-shadow: inset 0 0 0 1.5px var(--bad);
  }
  .primary small,
  .quiet small,
  .plain small {
    font-weight: 400;
    font-size: var(--t-1);
    letter-spacing: 0;
  }
  .wide {
    width: 100%;
  }
  .less {
    min-height: 44px;
    padding: var(--s2) var(--s4);
    border-radius: var(--r-s);
    font-size: var(--t0);
  }
  .primary:hover,
  .quiet:hover {
    filter: brightness(0.96) saturate(1.08);
  }
  .plain:hover {
    background: var(--sunk);
  }
  .primary:active,
  .quiet:active,
  .plain:active,
  .danger:active {
    transform: scale(0.985);
  }
  :disabled:not(input),
  [aria-disabled='true'] {
    cursor: default;
    background: var(--sunk);
    color: var(--ink-3);
    box-shadow: none;
    filter: none;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-height: 44px;
    padding: var(--s2);
    border: 0;
    background: none;
    color: var(--ink-2);
    font: 400 0.9375rem / 1.3 var(--sans);
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 5px;
  }
  .link:hover {
    color: var(--ink);
    text-decoration-color: currentColor;
  }
  .link.bad {
    color: var(--bad);
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--ink-2);
  }
  .icon:hover {
    background: var(--sunk);
    color: var(--ink);
  }
  :focus-visible {
    outline: var(--focus);
    outline-offset: 3px;
  }

  /* Fields */
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
    background: var(--ember-soft);
    color: var(--ember);
    font-weight: 600;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;
