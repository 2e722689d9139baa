import { css } from 'lit';
// Whole file names: the build imports this file as well (`sw/build/first-view.ts`), and looks for no endings.
import { blockStyles } from './block-styles.ts';
import { buttonStyles } from './button-styles.ts';
import { fieldStyles } from './field-styles.ts';
import { wordStyles } from './word-styles.ts';

/** What every other rule builds on: the host, boxes, margins, and what only a screen reader hears (`.visually-hidden`). */
const groundStyles = css`
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
    box-sizing: border-box;
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

/**
 * The typography, buttons and blocks every screen is made of. Use them as classes on plain elements, so that a button
 * stays a `<button>`: `static override styles = [sharedStyles, css`…`]`. One sheet, which all elements share.
 */
export const sharedStyles = css`
  ${groundStyles}
  ${wordStyles}
  ${blockStyles}
  ${buttonStyles}
  ${fieldStyles}
`;
