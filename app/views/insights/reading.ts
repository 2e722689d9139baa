import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InsightsReading } from '../../services/insights';
import type { Services } from '../../services/types';

/** The journal's entries, open to be asked of as long as the host is there. */
export class Reading implements ReactiveController {
  #reading: Promise<InsightsReading> | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly services: () => Services,
  ) {
    host.addController(this);
  }

  /** One that could not be fetched is fetched again by who asks next. */
  read(): Promise<InsightsReading> {
    this.#reading ??= this.services()
      .insights()
      .then(
        (insights) => insights.read(),
        (error: unknown) => {
          this.#reading = null;
          throw error;
        },
      );
    return this.#reading;
  }

  /** Its worker starts while the journal is read. */
  hostConnected(): void {
    void this.read().catch(() => undefined);
  }

  hostDisconnected(): void {
    void this.#reading?.then(
      (reading) => reading.close(),
      () => undefined,
    );
    this.#reading = null;
  }
}
