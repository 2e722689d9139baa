import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { asFailure, type Failure } from '../../domain/failure/failure';
import type { Settings } from '../../domain/settings/settings';
import { WordsElement } from '../../elements/base/words-element';
import { formatFineShare, formatMilliseconds } from '../../words/fine-measures';
import { formatShare } from '../../words/numbers';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/blocks/progress';
import { choices } from '../../elements/fields/choices';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import type { DeviceReport, Progress, SelfTest } from '../../vision/protocol';
import { failureNotice } from '../shared/failure-notice';
import { settingsStyles } from './settings-styles';

/**
 * "This device": what really reads the face here, whether it passed its test, how fast it is. Nothing is fetched until the
 * person asks for the test or has used the camera.
 *
 * `backend`: the person's choice from the settings.
 *
 * @fires rv-backend - Another backend was chosen; `detail` is `auto` or `wasm`.
 */
@customElement('rv-settings-device')
export class RvSettingsDevice extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property() backend: Settings['backend'] = 'auto';
  @state() private report: DeviceReport | null = null;
  @state() private progress: Progress | 'starting' | null = null;
  @state() private failure: Failure | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render() {
    return html`<section aria-label=${msg('This device')}>
      <div class="card">
        ${this.report ? this.#facts(this.report) : this.#unknown()} ${this.failure ? failureNotice(this.failure) : nothing}
        ${this.progress ? this.#working(this.progress) : this.#button()} ${this.#choice()}
      </div>
    </section>`;
  }

  #unknown(): TemplateResult {
    return html`<p class="lede">
      ${msg('The face reader hasn’t run since you opened the app. A test downloads it, if it isn’t here yet, and tries it on stored samples. The camera stays off.')}
    </p>`;
  }

  #button(): TemplateResult {
    return html`<button class="plain less" @click=${this.#test}>
      ${this.report ? msg('Test again') : msg('Test this device')}
    </button>`;
  }

  #working(progress: Progress | 'starting'): TemplateResult {
    const { loadedBytes, totalBytes, step } =
      progress === 'starting' ? ({ loadedBytes: 0, totalBytes: 0, step: 'runtime' } as const) : progress;
    return html`<rv-progress label=${stepWord(step)} .loaded=${loadedBytes} .total=${totalBytes}></rv-progress>`;
  }

  #facts(report: DeviceReport): TemplateResult {
    return html`
      ${report.selfTests.map((test) => verdict(test))}
      <dl class="facts">
        <dt>${msg('Runs on')}</dt>
        <dd>${backendWord(report)}</dd>
        ${report.adapter ? html`<dt>${msg('Graphics')}</dt><dd>${report.adapter}</dd>` : nothing}
        ${Object.entries(report.models).map(([role, model]) => html`<dt>${stepWord(role as Progress['step'])}</dt><dd>${model}</dd>`)}
        <dt>${msg('Frames')}</dt>
        <dd class="number">${frameWords(report)}</dd>
        ${report.backend === 'webgpu' ? html`<dt>${msg('GPU')}</dt><dd class="number">${gpuWords(report)}</dd>` : nothing}
      </dl>
      ${this.#medians(report)}
    `;
  }

  #medians({ medianStageMs }: DeviceReport) {
    const rows = Object.entries(medianStageMs);
    if (rows.length === 0) return nothing;
    return html`<table class="number">
      <caption>${msg('Median time per frame')}</caption>
      <tbody>
        ${rows.map(([stage, ms]) => html`<tr><th scope="row">${stageWord(stage)}</th><td>${formatMilliseconds(ms)}</td></tr>`)}
      </tbody>
    </table>`;
  }

  #choice(): TemplateResult {
    const options = [
      { value: 'auto', word: msg('Fastest available') },
      { value: 'wasm', word: msg('Processor only') },
    ] as const;
    return html`<fieldset>
      <legend>${msg('Run the face reader on')}</legend>
      ${choices<Settings['backend']>('backend', options, this.backend, (value) =>
        this.dispatchEvent(new CustomEvent('rv-backend', { detail: value })),
      )}
      <p class="small">${msg('Takes effect from the next recall.')}</p>
    </fieldset>`;
  }

  /** Until the test is asked for, nothing is lost by what could not be fetched. */
  async #look(): Promise<void> {
    try {
      this.report = await (await this.services.device()).report();
    } catch (error) {
      log.warn('what reads faces could not be asked', error);
    }
  }

  async #test(): Promise<void> {
    this.failure = null;
    this.progress = 'starting';
    try {
      const device = await this.services.device();
      this.report = await device.test((progress) => {
        this.progress = progress;
      });
    } catch (error) {
      this.failure = asFailure(error, 'model-run');
    } finally {
      this.progress = null;
    }
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        padding-block-end: var(--s2);
        font-weight: 600;
        text-align: start;
      }
      th {
        font-weight: 400;
        color: var(--ink-2);
        text-align: start;
      }
      td {
        text-align: end;
      }
      th,
      td {
        padding: 5px 0;
        border-block-end: 1px solid var(--line);
      }
      .verdict {
        display: flex;
        gap: var(--s2);
      }
      .verdict rv-icon {
        margin-top: 1px;
        --icon-size: 1.3em;
      }
      .passed rv-icon {
        color: var(--ok);
      }
      .stepped rv-icon {
        color: var(--warn);
      }
    `,
  ];
}

/** One backend that was tried, and how its answers compared with the stored ones. */
function verdict({ backend, passed, maxDifference, tolerance, reason }: SelfTest): TemplateResult {
  const name = backend === 'webgpu' ? msg('WebGPU') : msg('The processor');
  const difference = formatFineShare(maxDifference);
  const words = passed
    ? msg(str`${name} passed its test: off by at most ${difference}, with ${formatShare(tolerance)} allowed.`)
    : msg(str`${name} isn’t used: off by at most ${difference}, with ${formatShare(tolerance)} allowed.`);
  return html`<p class="verdict ${passed ? 'passed' : 'stepped'}">
    <rv-icon name=${passed ? 'check' : 'warning'}></rv-icon><span>${words} ${reason ? html`<code>${reason}</code>` : nothing}</span>
  </p>`;
}

const frameWords = ({ framesRead: read, framesDropped: skipped, openFrames: open }: DeviceReport): string =>
  plural(msg('{read} read, {skipped} skipped, {open} open'), { read, skipped, open });

const gpuWords = ({ gpuBuffers: buffers, deviceLosses: losses }: DeviceReport): string =>
  plural(
    msg(
      '{buffers, plural, one {One buffer} other {{buffers} buffers}}; {losses, plural, =0 {never lost} one {lost once} other {lost {losses} times}}',
    ),
    { buffers, losses },
  );

function backendWord({ backend, build, threads }: DeviceReport): string {
  if (backend === 'webgpu') return msg(str`WebGPU (build ${build})`);
  return plural(msg('{threads, plural, one {the processor, one thread} other {the processor, {threads} threads}}'), {
    threads,
  });
}

function stepWord(step: Progress['step']): string {
  const words: Record<Progress['step'], string> = {
    runtime: msg('Runtime'),
    detector: msg('Finds the face'),
    landmarks: msg('Traces the face'),
    iris: msg('Reads the eyes'),
    expression: msg('Reads the expression'),
    'warm-up': msg('Warming up'),
    'self-test': msg('Testing'),
  };
  return words[step];
}

function stageWord(stage: string): string {
  const words: Record<string, string> = {
    upload: msg('Load the frame'),
    detect: msg('Find the face'),
    landmarks: msg('Trace the face'),
    iris: msg('Eyes'),
    classify: msg('Expression'),
    total: msg('Total'),
  };
  return words[stage] ?? stage;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-device': RvSettingsDevice;
  }
}
