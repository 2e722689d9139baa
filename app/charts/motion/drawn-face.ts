import { html, svg, type TemplateResult } from 'lit';
import { faceLines } from './face-lines';
import type { DrawnFace } from './motion-rows';

/** The face as a few lines, faint where it could not be read and is drawn at rest. */
export function drawnFace(face: DrawnFace, rest: readonly number[], readable: boolean): TemplateResult {
  const lines = faceLines(face, rest);
  const degrees = (-face.roll * 180) / Math.PI;
  return html`<svg class=${readable ? 'face' : 'face faint'} viewBox="-9 -11.2 18 21.6" aria-hidden="true">
    <g transform="rotate(${degrees.toFixed(1)})">
      <path class="skin" d=${lines.outline}></path>
      ${lines.brows.map((path) => svg`<path class="brow" d=${path} />`)}
      ${lines.eyes.map(
        ({ shape, upper, lower, iris: [x, y] }, at) => svg`
          <clipPath id="eye-${at}"><path d=${shape} /></clipPath>
          <path class="white" d=${shape} />
          <circle class="iris" cx=${x} cy=${y} r="0.62" clip-path="url(#eye-${at})" />
          <path class="lid" d=${upper} /><path class="soft" d=${lower} />`,
      )}
      <path class="soft" d=${lines.nose}></path>
      <path class="mouth" d=${lines.mouth}></path>
      ${lines.lips.map((path) => svg`<path d=${path} />`)}
      ${[...lines.folds, lines.wrinkles, lines.chin].map(
        ({ path, ink }) => svg`<path class="soft" d=${path} opacity=${ink.toFixed(2)} />`,
      )}
    </g>
  </svg>`;
}
