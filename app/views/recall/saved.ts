import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { entryPath } from '../../domain/entry/entry-address';
import type { Cue } from '../../domain/memory/memory';
import '../../elements/drawings/scene';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords, cueWordsReady } from '../../recall/cues/cue-words';
import { type Services, servicesContext } from '../../services/types';
import type { SessionSnapshot } from '../../session/machine/snapshot';
import { navigate } from '../shared/navigate';
import { stepStyles } from './step-styles';
import { StartEvent, StepView } from './step-view';

/** The quiet end; after something heavy, one lighter cue is at hand and may be passed by. */
@customElement('rv-step-saved')
export class StepSaved extends StepView {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @state() private lighter: Cue | null = null;
  #isLooking = false;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.#isLooking || !this.services || !wasHeavy(this.snapshot)) return;
    this.#isLooking = true;
    void this.#findLighter(this.services).catch((error: unknown) => log.warn('nothing lighter is offered', error));
  }

  override render() {
    const { entryId, memory } = this.snapshot;
    return html`
      <div class="step calm">
        <div class="grow">
          <rv-scene seed=${memory.title}></rv-scene>
          <h1 class="h1">${msg('Saved.')}</h1>
          <p class="lede">${msg('On this phone only. Thank you for going there.')}</p>
          <rv-storage-card hidden></rv-storage-card>
        </div>
        ${this.lighter ? this.#offer(this.lighter) : nothing}
        <div class="actions">
          <button type="button" class="primary" @click=${() => navigate(this, '/', { replace: true })}>${msg('Done')}</button>
          ${
            entryId
              ? html`<a class="link" href=${entryPath(entryId)} @click=${this.#open}>${msg('Open the entry')}</a>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** A gentle one, and one that was not offered yet: what is asked today may be what was just hard. */
  async #findLighter({ cues }: Services): Promise<void> {
    const [questions] = await Promise.all([cues(), cueWordsReady()]);
    this.lighter = await questions.another();
  }

  #offer(cue: Cue): TemplateResult {
    return html`
      <section class="card lighter">
        <p class="small">${msg('If you like, finish on something lighter.')}</p>
        <h2 class="h3">${cueWords(cue).question}</h2>
        <button type="button" class="quiet less" @click=${() => this.dispatchEvent(new StartEvent(cue))}>${msg('Relive it')}</button>
      </section>
    `;
  }

  readonly #open = (event: MouseEvent): void => {
    event.preventDefault();
    if (this.snapshot.entryId) navigate(this, entryPath(this.snapshot.entryId), { replace: true });
  };

  static override styles = [
    sharedStyles,
    stepStyles,
    css`
      rv-scene {
        height: clamp(120px, 28dvh, 240px);
        margin-inline: calc(-1 * var(--edge-space));
      }
      .lighter {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--s2);
        align-self: stretch;
      }
    `,
  ];
}

/** What the person said decides; where they said nothing, what they expected, then what the cue asked for. */
function wasHeavy({ report, memory, cue }: SessionSnapshot): boolean {
  if (report.valence) return report.valence.value < 0;
  return (memory.expectedValence ?? cue?.valence) === 'negative';
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-saved': StepSaved;
  }
}
