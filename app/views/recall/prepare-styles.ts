import { css } from 'lit';

/** The mirror: a portrait window, the lines over it in the same transform, and what to change below. */
export const prepareStyles = css`
  .window {
    position: relative;
    flex: 1 1 auto;
    align-self: center;
    aspect-ratio: 3 / 4;
    width: min(100%, 31dvh, 22rem);
    min-height: 12rem;
    max-height: 54dvh;
    overflow: hidden;
    border-radius: 32px;
    background: var(--sunk);
    box-shadow: var(--shadow);
  }
  @media (max-height: 720px) {
    .window {
      width: min(100%, 26dvh);
    }
  }
  video,
  rv-face-outline {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    transform: scaleX(-1);
  }
  video {
    object-fit: cover;
  }
  .mode .choices {
    justify-content: center;
  }
  .mode .small {
    margin-top: var(--s2);
    text-align: center;
  }
  /* In a low window the words stand beside the mirror. */
  @media (max-height: 30em) and (min-width: 35em) {
    .step.mirror {
      display: grid;
      grid-template: repeat(5, auto) 1fr / auto minmax(0, 1fr);
      gap: var(--s3) var(--s5);
    }
    .window {
      grid-row: 1 / -1;
      align-self: start;
      width: auto;
      height: 68dvh;
      max-height: none;
    }
    .guidance,
    .mode .choices {
      justify-content: flex-start;
    }
    .mode .small {
      text-align: start;
    }
  }
  @media (max-height: 40em) {
    rv-scene {
      display: none;
    }
  }
  rv-scene {
    flex: 1 1 0;
    max-height: 280px;
    margin: auto calc(-1 * var(--edge-space));
    opacity: 0.75;
  }
  .guidance {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--s3);
    min-height: 52px;
    line-height: 1.35;
  }
  .guidance .cue {
    flex: none;
    width: 36px;
    height: 36px;
    fill: none;
    stroke: var(--ember);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .guidance.good .cue {
    stroke: var(--ok);
  }
`;
