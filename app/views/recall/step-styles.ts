import { css } from 'lit';

/**
 * The frame of a session screen, used with `sharedStyles`: one column as tall as the window, words first, and what can be
 * done within reach of the thumb. `.step` `.spread.bar` (what stands above the words) `.calm` (centred) `.grow` `.actions`
 */
export const stepStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
  }
  .step {
    display: flex;
    flex-direction: column;
    flex: 1;
    gap: var(--s4);
    width: 100%;
    max-width: 31rem;
    margin-inline: auto;
    padding: var(--s3) var(--edge-space) 0;
  }
  .spread.bar {
    min-height: 44px;
  }
  .spread.bar > .link:first-child {
    margin-inline-start: calc(-1 * var(--s2));
  }
  .spread.bar > .link:last-child {
    margin-inline-end: calc(-1 * var(--s2));
  }
  .calm {
    align-items: center;
    text-align: center;
  }
  .grow {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--s4);
    min-height: 0;
  }
  .actions {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: var(--s2);
    align-self: stretch;
    margin: auto calc(-1 * var(--edge-space)) 0;
    padding: var(--s5) var(--edge-space) calc(var(--s4) + env(safe-area-inset-bottom));
    background: linear-gradient(transparent, var(--paper) var(--s4));
  }
  /* In a low window, or with large text, a bar that stays would cover what it is about; in forced colours it has no ground. */
  @media (max-height: 30em), (forced-colors: active) {
    .actions {
      position: static;
    }
  }
  .actions .link {
    justify-content: center;
    align-self: center;
  }
`;
