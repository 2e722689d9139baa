import { css } from 'lit';

export const lockSetupStyles = css`
  :host {
    display: flex;
    min-height: calc(100dvh - var(--tabs-height, 0px));
  }
  .problem {
    color: var(--bad);
  }
  .problem:empty {
    display: none;
  }
  ol.code {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
    gap: var(--s4) var(--s3);
    padding: var(--s5) var(--s4);
    border-radius: var(--r);
    background: var(--card);
    box-shadow: var(--shadow);
    counter-reset: group;
    user-select: text;
  }
  .code li {
    display: flex;
    align-items: baseline;
    justify-content: center;
    gap: var(--s2);
    font: 500 1.375rem / 1.3 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    letter-spacing: 0.06em;
    counter-increment: group;
  }
  .code li::before {
    content: counter(group);
    color: var(--ink-3);
    font: 400 var(--t-1) / 1 var(--sans);
    letter-spacing: 0;
  }
  #group {
    max-width: 9rem;
    font: 500 1.375rem / 1.3 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  rv-scene {
    width: 100%;
    height: clamp(120px, 28dvh, 240px);
  }
`;
