import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FACE_OVAL, INNER_LIPS, LEFT_EYE, lidLine, OUTER_LIPS, RIGHT_EYE } from '../../domain/face/mesh';

const CONTOURS = [FACE_OVAL, lidLine(LEFT_EYE), lidLine(RIGHT_EYE), OUTER_LIPS, INNER_LIPS] as const;

/** `points` of a `LANDMARK_COUNT` x 3 mesh as one closed SVG path, in pixels of a `width` x `height` frame. */
export function contourPath(mesh: Float32Array, points: readonly number[], width: number, height: number): string {
  const at = (point: number): string =>
    `${(mesh[point * 3]! * width).toFixed(1)} ${(mesh[point * 3 + 1]! * height).toFixed(1)}`;
  return `M${points.map(at).join('L')}Z`;
}

/**
 * The tracked face as thin lines: oval, eyes, irises, lips. Lay it over a video of the same box with `object-fit: cover`:
 * the viewBox is the frame and `slice` is the same rule, so the lines lie on the picture at every size. It mirrors nothing:
 * whoever mirrors the video mirrors this with the same transform.
 */
@customElement('rv-face-outline')
export class FaceOutline extends LitElement {
  /** `LANDMARK_COUNT` x 3 in image coordinates, or null while no face is tracked. */
  @property({ attribute: false }) landmarks: Float32Array | null = null;
  /** Size of the camera's picture, in pixels. */
  @property({ type: Number }) frameWidth = 640;
  @property({ type: Number }) frameHeight = 480;
  /** Whether the face is well in view: the oval is whole, not dashed. */
  @property({ type: Boolean, reflect: true }) good = false;

  override render() {
    const { landmarks, frameWidth, frameHeight } = this;
    return html`
      <svg viewBox="0 0 ${frameWidth} ${frameHeight}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        ${landmarks ? this.#lines(landmarks) : nothing}
      </svg>
    `;
  }

  #lines(mesh: Float32Array) {
    const { frameWidth: width, frameHeight: height } = this;
    return svg`
      ${CONTOURS.map((points) => svg`<path class=${points === FACE_OVAL ? 'oval' : ''} d=${contourPath(mesh, points, width, height)} />`)}
      ${[LEFT_EYE, RIGHT_EYE].map(({ iris }) => {
        const x = mesh[iris * 3]! * width;
        const y = mesh[iris * 3 + 1]! * height;
        const edge = iris + 1;
        const radius = Math.hypot(mesh[edge * 3]! * width - x, mesh[edge * 3 + 1]! * height - y);
        return svg`<circle cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${radius.toFixed(1)} />`;
      })}
    `;
  }

  static override styles = css`
    :host {
      display: block;
      pointer-events: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path,
    circle {
      fill: none;
      stroke: #ffb38c;
      stroke-width: 1.6px;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .oval {
      stroke-dasharray: 3 6;
      stroke-width: 2.2px;
      stroke-linecap: round;
    }
    :host([good]) .oval {
      stroke-dasharray: none;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-face-outline': FaceOutline;
  }
}
