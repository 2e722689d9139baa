import { html, svg, type TemplateResult } from 'lit';
import type { Framing } from '../../domain/face/framing';

/** What to change, as a drawing beside the words: the frame, the head, and which way it should go. On a 32 x 32 grid. */
const CUES: Readonly<Record<Framing, string>> = {
  ok: 'M16 5c5 0 8 4 8 10s-3.5 12-8 12-8-6-8-12 3-10 8-10M12 16.5l3 3 5.5-6.5',
  'no-face': 'M5 10V5h5M22 5h5v5M27 22v5h-5M10 27H5v-5',
  'too-dark':
    'M16 11a5 5 0 1 1 0 10 5 5 0 0 1 0-10M16 3.5v3M16 25.5v3M3.5 16h3M25.5 16h3M7.2 7.2l2 2M22.8 22.8l2 2M7.2 24.8l2-2M22.8 9.2l2-2',
  'too-bright':
    'M16 9a7 7 0 1 1 0 14 7 7 0 0 1 0-14M16 2v4M16 26v4M2 16h4M26 16h4M6.1 6.1l2.8 2.8M23.1 23.1l2.8 2.8M6.1 25.9l2.8-2.8M23.1 8.9l2.8-2.8M13 13l6 6M19 13l-6 6',
  'several-faces':
    'M12 7c3.5 0 5.5 2.8 5.5 6.5S15 22 12 22s-5.5-4.8-5.5-8.5S8.5 7 12 7M20 9c3.5-.5 6 2 6 5.5S24 22 21 22.5M22 4l6 6M28 4l-6 6',
  'too-far':
    'M16 12c2.2 0 3.5 1.7 3.5 4.3S18 21 16 21s-3.5-2.1-3.5-4.7S13.8 12 16 12M9 9 4.5 4.5M4.5 8.5v-4h4M23 9l4.5-4.5M23.5 4.5h4v4M9 23l-4.5 4.5M4.5 23.5v4h4M23 23l4.5 4.5M27.5 23.5v4h-4',
  'too-close':
    'M16 6c5 0 8 4 8 10s-3.5 11-8 11-8-5-8-11 3-10 8-10M2.5 16h3M29.5 16h-3M16 2v1M16 30v-1M13 15l2 2M19 15l-2 2',
  'off-centre': 'M16 8a8 8 0 1 1 0 16 8 8 0 0 1 0-16M16 3v8M16 21v8M3 16h8M21 16h8',
  blurred:
    'M14 6c4.5 0 7 3.8 7 9.3S18 26 14 26s-7-5.2-7-10.7S9.5 6 14 6M18 6c4.5 0 7 3.8 7 9.3S22 26 18 26M11 13h2M15.5 13h2M11.5 19c2 1.5 4 1.5 6 0',
  covered:
    'M16 4c5 0 8 4 8 10 0 2-.4 3.9-1 5.6M9 19.6c-.6-1.7-1-3.6-1-5.6 0-6 3-10 8-10M12.5 12h1.5M18 12h1.5M6 20.5h20M6 24.5h20M9 28.5h14',
  'turned-away': 'M16 6c5 0 8 4 8 10s-3.5 11-8 11M16 6c-3 0-4 4-4 10s1 11 4 11M8 11c-3 3-3 7 0 10M8 21v-4M8 21H4',
};

export const framingCue = (framing: Framing): TemplateResult => html`
  <svg class="cue" viewBox="0 0 32 32" aria-hidden="true">${svg`<path d=${CUES[framing]} />`}</svg>
`;
