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
  .calm .lede {
    max-width: 19rem;
    margin-inline: auto;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-self: stretch;
    margin-inline: calc(-1 * var(--s2));
  }
  .ways .link {
    text-decoration: none;
  }
  .ways .link:last-child {
    margin-inline-start: auto;
  }
  /* In a low window the sun stands beside the words. */
  @media (max-height: 30em) and (min-width: 35em) {
    .calm .grow {
      display: grid;
      grid-template: 1fr auto auto 1fr / auto minmax(0, 1fr);
      gap: var(--s3) var(--s6);
      padding-top: 0;
      text-align: start;
    }
    rv-countdown-sun {
      grid-row: 1 / -1;
      width: min(300px, 52dvh);
      margin: 0;
    }
    h1 {
      grid-row: 2;
    }
    .calm .lede {
      grid-row: 3;
      margin-inline: 0;
    }
    .grow .time {
      grid-row: 4;
    }
  }
  .time {
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .foot {
    color: var(--ink-2);
    font-size: var(--t-1);
  }
`;
