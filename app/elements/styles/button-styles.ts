import { css } from 'lit';

/** Buttons and links: `.primary` `.quiet` `.plain` `.danger` `.link` (`.back`, with its arrow: to the screen before) `.icon`; `.wide` and `.less` change their size. */
export const buttonStyles = css`
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
    /* Seen in forced colours, where grounds are not. */
    border: 1px solid transparent;
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
    border-color: var(--edge);
  }
  .danger {
    background: none;
    color: var(--bad);
    border-color: currentColor;
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
    border-color: transparent;
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
  .link.back {
    align-self: flex-start;
    margin-inline-start: calc(-1 * var(--s2));
    text-decoration: none;
  }
  .back rv-icon {
    --icon-size: 1.25em;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: none;
    color: var(--ink-2);
  }
  .icon:hover {
    background: var(--sunk);
    color: var(--ink);
  }
  /* The browser would lay a plate of its own under light words. */
  @media (forced-colors: active) {
    .primary:not(:disabled, [aria-disabled='true']),
    .chip[aria-pressed='true'],
    .chip:has(input:checked) {
      forced-color-adjust: none;
    }
  }
  :focus-visible {
    outline: var(--focus);
    outline-offset: 3px;
  }
`;
