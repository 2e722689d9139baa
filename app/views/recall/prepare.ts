import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import type { RecallMode } from '../../domain/entry/recall-mode';
import '../../elements/drawings/face-outline';
import '../../elements/blocks/progress';
import '../../elements/drawings/scene';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { CameraAhead } from '../../services/device';
import { type Services, servicesContext } from '../../services/types';
import type { Progress } from '../../vision/protocol';
import { framingWords } from '../../words/face/framing-words';
import { formatBytes } from '../../words/measures';
import type { framingCue } from './framing-cue';
import { pointStyles } from './point-styles';
import { prepareStyles } from './prepare-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** Why the camera, then opening it, then the picture with what is read drawn over it. */
@customElement('rv-step-prepare')
export class StepPrepare extends StepView {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services?: Services;

  @state() private ahead: CameraAhead = { asks: true, downloadBytes: 0 };
  @query('video') private video!: HTMLVideoElement | null;
  @state() private frame = { width: 640, height: 480 };
  @state() private cue: typeof framingCue | null = null;
  #cueAsked: Promise<void> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look().catch((error: unknown) => log.warn('what the camera takes is not known', error));
  }

  async #look(): Promise<void> {
    this.ahead = (await (await this.services?.device())?.cameraAhead()) ?? this.ahead;
  }

  protected override get phase(): string {
    return `prepare-${this.snapshot.camera}`;
  }

  override render() {
    switch (this.snapshot.camera) {
      case 'asking':
        return this.#explanation();
      case 'opening':
        return this.#opening();
      case 'without':
        return this.#without();
      default:
        return this.#preview();
    }
  }

  #explanation(): TemplateResult {
    return html`
      <div class="step">
        <h1 class="h1">${msg('Use the camera while you remember?')}</h1>
        <p class="lede">
          ${msg('You’ll see yourself now, but not while you remember. No picture is kept.')}
        </p>
        <rv-scene seed="camera"></rv-scene>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.session.openCamera()}>
            ${msg('Turn on the camera')}${aheadWords(this.ahead)}
          </button>
          ${this.#withoutCamera('quiet')}
        </div>
      </div>
    `;
  }

  #opening(): TemplateResult {
    const { progress, media } = this.snapshot;
    const isGranted = !this.ahead.asks || progress !== null || media !== null;
    return html`
      <div class="step">
        <h1 class="h1">${isGranted ? msg('Getting ready.') : msg('Your browser is asking for permission.')}</h1>
        <p class="lede">
          ${
            isGranted
              ? msg('The face reader downloads once and stays on this phone. After that it works offline.')
              : msg('Choose Allow to use the camera. You can change that in your browser at any time.')
          }
        </p>
        ${progress ? progressCard(progress) : html`<p class="small" role="status">${waitingFor(isGranted)}</p>`}
        <rv-scene seed="prepare"></rv-scene>
        <div class="actions">${this.#withoutCamera('quiet', msg('Continue without the camera'))}</div>
      </div>
    `;
  }

  #preview(): TemplateResult {
    this.#cueAsked ??= this.#fetchCue();
    const framing = this.snapshot.framing ?? 'no-face';
    const good = framing === 'ok';
    return html`
      <div class="step mirror">
        <h1 class="h2">${msg('Get comfortable.')}</h1>
        <div class="window">
          <video
            autoplay
            playsinline
            .muted=${true}
            aria-label=${msg('You, as in a mirror. This picture isn’t kept.')}
            @loadedmetadata=${this.#measure}
            @resize=${this.#measure}
          ></video>
          <rv-face-outline
            ?good=${good}
            .landmarks=${this.snapshot.reading?.face?.landmarks ?? null}
            .frameWidth=${this.frame.width}
            .frameHeight=${this.frame.height}
          ></rv-face-outline>
        </div>
        <p class=${good ? 'guidance good' : 'guidance'} role="status">${this.cue?.(framing) ?? NO_CUE}<span>${framingWords(framing)}</span></p>
        ${this.#mode()}
        ${good ? html`<p class="small">${msg('Keep your mouth clear of hands, scarves and masks: they change what the camera reads.')}</p>` : nothing}
        <div class="actions">
          <button type="button" class=${good ? 'primary' : 'quiet'} @click=${() => this.session.ready()}>
            ${good ? msg('I’m ready') : msg('Continue anyway')}
          </button>
          ${this.#withoutCamera('link')}
        </div>
      </div>
    `;
  }

  /** The drawing beside the words comes with the mirror; without it the words are enough. */
  async #fetchCue(): Promise<void> {
    try {
      this.cue = (await import('./framing-cue')).framingCue;
    } catch (error) {
      log.warn('the drawings of the guidance could not be fetched', error);
    }
  }

  /** Those who want no camera begin here, with a way back to it. */
  #without(): TemplateResult {
    return html`
      <div class="step">
        <h1 class="h1">${msg('This one is in your own words.')}</h1>
        <p class="lede">${msg('The camera stays off. You remember, and you say how it was.')}</p>
        ${this.#mode()}
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.session.ready()}>${msg('Choose a memory')}</button>
          <button type="button" class="link" @click=${() => this.session.openCamera()}>${msg('Use the camera after all')}</button>
        </div>
      </div>
    `;
  }

  /** How the memory is to be relived: it decides which baselines there are, and so it is asked before them. */
  #mode(): TemplateResult {
    const { mode } = this.snapshot;
    const options = [
      { value: 'silent', word: msg('In silence') },
      { value: 'aloud', word: msg('Telling it aloud') },
    ] as const;
    return html`<fieldset class="mode">
      <legend class="visually-hidden">${msg('How do you want to remember?')}</legend>
      ${choices<RecallMode>('mode', options, mode, (chosen) => this.session.relive(chosen))}
      ${mode === 'aloud' ? html`<p class="small" role="status">${msg('Nothing is listened to: the microphone stays off.')}</p>` : nothing}
    </fieldset>`;
  }

  #withoutCamera(look: 'quiet' | 'link', words = msg('Continue without the camera')): TemplateResult {
    return html`<button type="button" class=${look} @click=${() => this.session.continueWithoutCamera()}>${words}</button>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { video } = this;
    // Not in the template: Lit commits an object anew with each render, and a stream that is set anew begins anew.
    if (!video || video.srcObject === this.snapshot.media) return;
    video.srcObject = this.snapshot.media;
    // `autoplay` alone leaves the picture black where power is being saved; a stream that has just ended cannot play.
    if (video.srcObject) video.play().catch(() => undefined);
  }

  /** The outline is drawn in the camera's own pixels, which change when the phone is turned. */
  readonly #measure = (): void => {
    const { videoWidth: width = 0, videoHeight: height = 0 } = this.video ?? {};
    const changed = width !== this.frame.width || height !== this.frame.height;
    if (changed && width > 0 && height > 0) this.frame = { width, height };
  };

  static override styles = [sharedStyles, stepStyles, pointStyles, choiceStyles, prepareStyles];
}

/** What the button brings with it; nothing where it brings only the camera. */
function aheadWords({ asks, downloadBytes }: CameraAhead): TemplateResult | typeof nothing {
  if (downloadBytes === 0) return asks ? html`<small>${msg('your browser will ask for permission')}</small>` : nothing;
  const size = formatBytes(1e6 * Math.round(downloadBytes / 1e6));
  return html`<small>${asks ? msg(str`your browser will ask; ${size} download, once`) : msg(str`${size} download, once`)}</small>`;
}

/** Where the drawing will be. */
const NO_CUE = html`<svg class="cue" viewBox="0 0 32 32" aria-hidden="true"></svg>`;

const waitingFor = (isGranted: boolean): string =>
  isGranted ? msg('The camera is on. Starting the face reader…') : msg('Waiting for the camera…');

const progressCard = ({ loadedBytes, totalBytes, step }: Progress): TemplateResult => html`
  <div class="card">
    <rv-progress label=${progressWords(step)} .loaded=${loadedBytes} .total=${totalBytes}></rv-progress>
  </div>
`;

function progressWords(step: Progress['step']): string {
  switch (step) {
    case 'runtime':
    case 'detector':
    case 'landmarks':
    case 'iris':
    case 'expression':
      return msg('Downloading the face reader');
    case 'warm-up':
      return msg('Warming up');
    case 'self-test':
      return msg('Checking that it works');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-prepare': StepPrepare;
  }
}
