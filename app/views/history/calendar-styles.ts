import { css } from 'lit';

/**
 * The squares of a calendar. From blue to amber, which the common colour-vision deficiencies tell apart, and the fuller the more
 * pleasant, which needs no colour at all.
 */
export const calendarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }
  .head {
    display: grid;
    grid-template-columns: 44px 1fr 44px;
    align-items: center;
    text-align: center;
  }
  .month {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 4px;
  }
  abbr {
    color: var(--ink-2);
    font-size: var(--t-1);
    text-align: center;
    text-decoration: none;
  }
  .day {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
    min-height: 48px;
    padding: 4px 0;
    border: 0;
    border-radius: var(--r-s);
    background: none;
    color: var(--ink-2);
    font: 400 var(--t-1) / 1.2 var(--sans);
  }
  button.day {
    color: var(--ink);
  }
  button.day:hover,
  .day[aria-pressed='true'] {
    background: var(--sunk);
  }
  .day[aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px var(--ember);
  }
  .today span,
  span.today {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .square {
    --from: 100%;
    display: inline-block;
    width: 22px;
    height: 22px;
    border-radius: 5px;
    background: linear-gradient(to top, var(--tint) calc(100% - var(--from)), transparent 0);
    box-shadow: inset 0 0 0 1.5px var(--tint, var(--edge));
  }
  .l1 {
    --tint: var(--x-sadness);
    --from: 84%;
  }
  .l2 {
    --tint: color-mix(in srgb, var(--x-sadness) 65%, var(--x-neutral));
    --from: 64%;
  }
  .l3 {
    --tint: var(--x-neutral);
    --from: 45%;
  }
  .l4 {
    --tint: color-mix(in srgb, var(--sun-low) 75%, var(--x-neutral));
    --from: 24%;
  }
  .l5 {
    --tint: var(--sun-low);
    --from: 0%;
  }
  .year {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr));
    gap: var(--s4) var(--s3);
  }
  .year button {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
    padding: var(--s2);
    border: 0;
    border-radius: var(--r-s);
    background: none;
    font: 600 var(--t-1) / 1 var(--sans);
    text-align: start;
  }
  .year button:hover {
    background: var(--sunk);
  }
  .squares {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 2px;
  }
  .squares i {
    width: auto;
    height: auto;
    aspect-ratio: 1;
    border-radius: 2px;
  }
  .squares .square {
    box-shadow: inset 0 0 0 1px var(--tint, var(--edge));
  }
  .none {
    background: var(--line);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .key .square {
    width: 14px;
    height: 14px;
    border-radius: 3px;
  }
  .key .l0 {
    margin-inline-start: var(--s3);
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s2);
    align-items: center;
    color: var(--ink-2);
    font-size: 0.9375rem;
  }
  .date input {
    width: auto;
    min-height: 44px;
    padding: var(--s1) var(--s3);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: var(--s2);
  }
  h3 {
    font-size: var(--t-1);
    font-weight: 600;
  }
  .list {
    padding: 0;
    overflow: clip;
  }
  @media (forced-colors: active) {
    .square {
      --tint: CanvasText;
      forced-color-adjust: none;
    }
    .day[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
