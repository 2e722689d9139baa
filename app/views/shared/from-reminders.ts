import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { log } from '../../base/log';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Reminders } from '../../services/reminders';

/** The reminders, fetched when their host appears. The host is drawn again whenever they change. */
export class FromReminders implements ReactiveController {
  /** Null until they are there. */
  value: Reminders | null = null;
  /** Why they couldn't be fetched, or the last wish couldn't be kept; null if all went well. */
  failure: JournalFailure | null = null;

  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly fetch: () => Promise<Reminders>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    void this.#try('not-fetched', () => this.#listen());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
  }

  /** Does what the person wishes; nothing before the reminders are there. */
  async wish(work: (reminders: Reminders) => Promise<void>): Promise<void> {
    const { value } = this;
    if (value) await this.#try('save-failed', () => work(value));
  }

  async #listen(): Promise<void> {
    const reminders = await this.fetch();
    await reminders.ready;
    if (!this.#isConnected) return;
    this.value = reminders;
    this.#stop?.();
    this.#stop = reminders.subscribe(() => this.host.requestUpdate());
  }

  async #try(code: 'not-fetched' | 'save-failed', work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (error) {
      log.warn('the reminders could not be fetched or changed', error);
      this.failure = asJournalFailure(error, code);
    }
    this.host.requestUpdate();
  }
}
