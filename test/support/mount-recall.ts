import type { SessionSnapshot } from '../../app/session/machine/snapshot';
import '../../app/views/recall/recall';
import type { Recall } from '../../app/views/recall/recall';
import type { StepView } from '../../app/views/recall/step-view';
import { FakeServices } from './fake-services';
import { FakeSession } from './fake-session';
import { until } from './mount';
import { provideServices } from './provide-services';

/** The recall's screen over a session that goes nowhere by itself. */
export class MountedRecall {
  readonly session: FakeSession;
  readonly services = new FakeServices();
  readonly host: HTMLElement;
  readonly view: Recall;

  constructor(change: Partial<SessionSnapshot>) {
    this.session = new FakeSession(change);
    this.services.session = this.session;
    this.host = provideServices(this.services);
    this.view = document.createElement('rv-recall');
    this.host.append(this.view);
    document.body.append(this.host);
  }

  /** Resolves once the screen, and what it is made of, has rendered. */
  async settled(): Promise<this> {
    await this.view.updateComplete;
    await until(() => this.step, 'the recall');
    await this.step?.updateComplete;
    await this.inner?.updateComplete;
    return this;
  }

  async show(change: Partial<SessionSnapshot>): Promise<this> {
    this.session.show(change);
    return this.settled();
  }

  /** The step or failure on the screen. */
  get step(): StepView | null {
    return this.view.renderRoot.querySelector<StepView>('.screen > :last-child:not([inline])');
  }

  /** A screen inside the step: onboarding, or support. */
  private get inner(): StepView | null {
    return this.step?.renderRoot.querySelector<StepView>('rv-onboarding, rv-session-support') ?? null;
  }

  /** Where headings and buttons are. */
  get root(): ParentNode {
    return (this.inner ?? this.step)!.renderRoot;
  }

  get heading(): string {
    return this.root.querySelector('h1')?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  }

  /** The first button whose words begin with `words`, in the step, the bar or the dialog. */
  button(words: string): HTMLButtonElement {
    const roots = [this.root, this.view.renderRoot, this.dialog];
    for (const root of roots) {
      for (const button of root.querySelectorAll('button')) {
        const text = button.textContent!.trim().replace(/\s+/g, ' ');
        if (text.startsWith(words)) return button;
      }
    }
    throw new Error(`no button "${words}"`);
  }

  async press(words: string): Promise<this> {
    this.button(words).click();
    return this.settled();
  }

  get dialog(): ShadowRoot {
    return this.view.renderRoot.querySelector('rv-dialog')!.shadowRoot!;
  }

  /** What the view asked of the session, by name. */
  get asked(): string[] {
    return this.session.calls.map(([name]) => name);
  }

  remove(): void {
    for (const track of this.session.snapshot.media?.getTracks() ?? []) track.stop();
    this.host.remove();
  }
}

export const mountRecall = (change: Partial<SessionSnapshot>): Promise<MountedRecall> =>
  new MountedRecall(change).settled();
