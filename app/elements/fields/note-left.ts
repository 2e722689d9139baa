import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { plural } from '../../words/plural';

/** The longest note that can be typed, in UTF-16 units. One from a file may be longer. */
export const LONGEST_NOTE = 4_000;

/** From when on it is said how much more fits. */
const TOLD_FROM = 300;

/** How much more fits into a note, once there is little; a field that takes no more letters without a word looks broken. */
export function noteLeft(note: string) {
  const left = Math.max(0, LONGEST_NOTE - note.length);
  if (left > TOLD_FROM) return nothing;
  return html`<p class="small" role="status">
    ${plural(msg('{left, plural, =0 {That’s as long as a note can be.} one {One more character fits.} other {{left} more characters fit.}}'), { left })}
  </p>`;
}
