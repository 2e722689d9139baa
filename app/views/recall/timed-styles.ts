import { css } from 'lit';

/** The calm screens in which time passes: a sun or a dot in the middle, few words, nothing that flickers. */
export const timedStyles = css`
  /* Above the middle, where the eyes rest when a phone is held. */
  .calm .grow {
    justify-content: flex-start;
    padding-top: 7dvh;
  }
  rv-countdown-sun {
    width: min(300px, 76vw, 44dvh);
    aspect-ratio: 1;
    margin: 0 auto var(--s5);
  }
  .time {
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .foot {
    padding-bottom: calc(var(--s5) + env(safe-area-inset-bottom));
    color: var(--ink-2);
    font-size: var(--t-1);
  }
`;
