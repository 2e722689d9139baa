import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Cue } from '../../domain/memory/memory';
import type { RecallSession, SessionSnapshot } from '../../session/machine/snapshot';
import { Screen } from '../shared/screen';

/** The person wants to stop and erase: `rv-recall` asks once whether that is meant. */
export class WithdrawEvent extends CustomEvent<undefined> {
  static readonly eventName = 'rv-withdraw';
  constructor() {
    super(WithdrawEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The person wants another recall with this cue; the session on the screen has ended. */
export class StartEvent extends CustomEvent<{ readonly cue: Cue }> {
  static readonly eventName = 'rv-start';
  constructor(cue: Cue) {
    super(StartEvent.eventName, { detail: { cue }, bubbles: true, composed: true });
  }
}

/**
 * What every step of the session extends: it renders one snapshot and tells the session what the person wants. When what
 * it asks changes (`phase`), the new heading takes the focus and the page starts from its top, as on a new page.
 */
export abstract class StepView extends Screen {
  @property({ attribute: false }) session!: RecallSession;
  @property({ attribute: false }) snapshot!: SessionSnapshot;

  /** A name for what is on the screen now; a step that shows one thing only has one. */
  protected get phase(): string {
    return this.snapshot.step;
  }
  #shownPhase = '';

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    if (this.phase === this.#shownPhase) return;
    this.#shownPhase = this.phase;
    const heading = this.renderRoot.querySelector('h1');
    // A screen within this one has the heading, and sees to it.
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  protected readonly withdraw = (): void => {
    this.dispatchEvent(new WithdrawEvent());
  };
}

declare global {
  interface HTMLElementEventMap {
    'rv-withdraw': WithdrawEvent;
    'rv-start': StartEvent;
  }
}
