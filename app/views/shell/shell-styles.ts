import { css } from 'lit';

/** From this width on the tabs stand at the side (a tablet held upright still has them below). */
export const shellStyles = css`
  :host {
    --tabs-height: 64px;
  }
  .frame {
    min-height: 100dvh;
    display: flex;
    flex-direction: column;
    padding-bottom: calc(var(--tabs-height) + env(safe-area-inset-bottom));
  }
  .frame.in-session {
    --tabs-height: 0px;
    padding-bottom: 0;
  }
  main {
    flex: 1;
    display: flex;
    flex-direction: column;
    outline: none;
  }
  main > :not(.top) {
    flex: 1;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
    padding: calc(var(--s3) + env(safe-area-inset-top)) var(--edge-space) 0;
    max-width: var(--measure);
    width: 100%;
    margin-inline: auto;
  }
  .name {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--ink);
    font: 500 1.0625rem / 1 var(--serif);
    letter-spacing: -0.005em;
    text-decoration: none;
  }
  .skip {
    position: fixed;
    top: -20rem;
    inset-inline-start: var(--s4);
    z-index: 10;
    padding: var(--s3) var(--s4);
    border: 0;
    border-radius: var(--r-s);
    background: var(--card);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .skip:focus {
    top: var(--s3);
  }
  nav {
    position: fixed;
    inset: auto 0 0;
    z-index: 4;
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    height: var(--tabs-height);
    padding: 0 var(--s2) env(safe-area-inset-bottom);
    border-top: 1px solid var(--line);
    background: var(--card);
    view-transition-name: rv-tabs;
  }
  nav .name,
  .rail-foot {
    display: none;
  }
  .tab {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 3px;
    border-radius: var(--r-s);
    color: var(--ink-2);
    /* Four words side by side have no more room than this, however large the text is. */
    font-size: min(var(--t-2), 4vw);
    line-height: 1.2;
    text-decoration: none;
    transition: color var(--quick) var(--ease);
  }
  .tab rv-icon {
    --icon-size: 23px;
  }
  .tab:hover {
    color: var(--ink);
  }
  .tab[aria-current] {
    color: var(--ember);
    font-weight: 600;
  }
  .tab:focus-visible {
    outline-offset: -3px;
  }
  .update {
    position: fixed;
    inset: auto var(--s4) calc(var(--tabs-height) + var(--s4) + env(safe-area-inset-bottom));
    z-index: 3;
    max-width: 28rem;
    margin-inline: auto;
  }

  @media (min-width: 900px) {
    :host {
      --tabs-height: 0px;
    }
    .frame:not(.in-session) {
      padding-inline-start: 232px;
    }
    nav {
      inset-block: 0;
      inset-inline: 0 auto;
      width: 232px;
      height: auto;
      display: flex;
      flex-direction: column;
      gap: var(--s1);
      padding: var(--s6) var(--s4) var(--s5);
      border-top: 0;
      border-inline-end: 1px solid var(--line);
      background: none;
    }
    nav .name {
      display: inline-flex;
      margin: 0 var(--s4) var(--s5);
      font-size: var(--t2);
    }
    .tab {
      flex-direction: row;
      justify-content: flex-start;
      gap: var(--s3);
      min-height: 48px;
      padding-inline: var(--s4);
      font-size: var(--t0);
    }
    .tab:hover {
      background: var(--sunk);
    }
    .tab[aria-current] {
      background: var(--ember-soft);
    }
    .rail-foot {
      display: block;
      margin: auto var(--s4) 0;
    }
    .top {
      display: none;
    }
    main {
      padding-block-start: var(--s6);
    }
    .in-session main {
      padding-block-start: 0;
    }
    .update {
      inset-block: auto var(--s5);
      inset-inline: auto var(--s5);
      width: 26rem;
    }
  }

  /* On paper there is only what was written. */
  @media print {
    .frame,
    .frame:not(.in-session) {
      display: block;
      padding: 0;
    }
    main {
      display: block;
      padding: 0;
    }
    nav,
    .top,
    .update,
    rv-toast {
      display: none;
    }
  }
`;
