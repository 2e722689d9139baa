import { css } from 'lit';
import { foldStyles } from '../../elements/styles/fold-styles';

/** The look of the screens on which a file is chosen and looked at. */
export const importStyles = css`
  ${foldStyles}
  .drop {
    position: relative;
    display: grid;
    justify-items: center;
    gap: var(--s1);
    padding: var(--s6) var(--s4);
    border: 1.5px dashed var(--edge);
    border-radius: var(--r);
    background: var(--card);
    text-align: center;
    cursor: pointer;
    transition:
      background-color var(--quick) var(--ease),
      border-color var(--quick) var(--ease);
  }
  .drop rv-icon {
    --icon-size: 32px;
    color: var(--ember);
  }
  .drop strong {
    font: 500 var(--t1) / 1.3 var(--serif);
  }
  .drop:hover,
  .drop.over {
    border-color: var(--ember);
    background: var(--ember-soft);
  }
  .drop:has(:focus-visible) {
    outline: var(--focus);
    outline-offset: 3px;
  }
  .drop input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .drop .small {
      display: none;
    }
  }
  .kinds {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .kinds dl {
    display: grid;
    gap: var(--s1);
  }
  dt {
    font-weight: 600;
  }
  .kinds dd {
    color: var(--ink-2);
  }
  .kinds dd:not(:last-child) {
    padding-block-end: var(--s3);
  }
  code {
    padding: 2px 6px;
    border-radius: 6px;
    background: var(--sunk);
    font-size: var(--t-1);
  }
  .columns {
    line-height: 2;
  }
  .kinds dl.apps {
    margin-block: var(--s2);
  }

  /* What a file holds */
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
    gap: var(--s4);
  }
  .counts div {
    display: flex;
    flex-direction: column-reverse;
  }
  .counts dt {
    color: var(--ink-2);
    font-size: var(--t-1);
    font-weight: 400;
  }
  .counts dd {
    font: 500 var(--t3) / 1.1 var(--serif);
  }
  .counts .none dd {
    color: var(--ink-3);
  }
  .decide,
  .problems {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
  }
  .mood {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s1) var(--s4);
    padding-block: var(--s2);
    border-block-start: 1px solid var(--line);
  }
  .mood select {
    flex: 1 1 15rem;
  }
  @media (min-width: 560px) {
    .mood select {
      max-width: 19rem;
    }
  }
  rv-scene {
    height: clamp(110px, 22dvh, 200px);
  }
  .mood small {
    margin-inline-start: var(--s2);
    color: var(--ink-2);
    font-size: var(--t-1);
  }
  .word {
    font: 500 var(--t1) / 1.3 var(--serif);
  }
  .problems ol {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    padding: 0;
    list-style: none;
  }
  .problems li {
    display: grid;
    grid-template-columns: minmax(4.5rem, auto) 1fr;
    gap: var(--s3);
  }
  .problems li span {
    color: var(--ink-2);
  }
  .actions {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--s2);
  }
`;
