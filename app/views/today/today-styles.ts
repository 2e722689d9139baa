import { css } from 'lit';

/**
 * One screenful on a phone: the drawing takes what the words and the thumbs leave. On a wide screen the drawing stands
 * beside them, as a picture beside a page.
 */
export const todayStyles = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  .today {
    flex: 1;
    display: grid;
    grid-template:
      'words' auto
      'scene' 1fr
      'actions' auto
      'below' auto / minmax(0, 1fr);
    gap: var(--s3) 0;
    max-width: var(--measure);
    width: 100%;
    margin-inline: auto;
    padding: var(--s2) var(--edge-space) var(--s4);
  }
  header {
    grid-area: words;
  }
  .h1 {
    padding-block-end: 2px;
  }
  rv-scene,
  .scene {
    grid-area: scene;
    min-height: 148px;
    margin-inline: calc(-1 * var(--edge-space));
  }
  .actions {
    grid-area: actions;
    display: flex;
    flex-direction: column;
    gap: var(--s3);
  }
  .actions .row {
    gap: 0 var(--s4);
  }
  .below {
    grid-area: below;
  }
  .last {
    padding: 0;
  }

  @media (max-width: 38rem) {
    rv-scene {
      --scene-fade: 0%;
    }
  }

  @media (max-height: 700px) and (max-width: 899px) {
    .today {
      gap: var(--s2) 0;
    }
    rv-scene,
    .scene {
      min-height: 112px;
    }
    .actions {
      gap: var(--s2);
    }
  }

  /* A phone on its side: the drawing beside what it is about. */
  @media (max-height: 30em) and (min-width: 35em) and (max-width: 899px) {
    .today {
      grid-template:
        'words scene' auto
        'actions scene' 1fr
        'below below' auto / minmax(0, 7fr) minmax(0, 4fr);
      gap: var(--s3) var(--s5);
    }
    .h1 {
      font-size: var(--t2);
    }
    rv-scene,
    .scene {
      --scene-fade: 18%;
      max-height: 15rem;
      margin-inline: 0;
    }
  }

  @media (min-width: 900px) {
    .today {
      grid-template:
        '. scene' 1fr
        'words scene' auto
        'actions scene' auto
        'below scene' auto
        '. scene' 1fr / minmax(0, 24rem) minmax(0, 1fr);
      gap: var(--s5) var(--s6);
      max-width: 74rem;
      padding-block: 0 var(--s6);
      padding-inline: var(--s7) var(--s5);
    }
    .h1 {
      font-size: var(--t4);
      line-height: 1.08;
    }
    .lede {
      font-size: 1.0625rem;
    }
    rv-scene,
    .scene {
      align-self: center;
      height: min(520px, 66vh);
      margin-inline: 0;
    }
  }
`;
