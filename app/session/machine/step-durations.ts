import type { Clock } from '../../base/clock';
import type { StepDurationsMs } from '../../domain/entry/entry';
import type { Step } from './snapshot';

/** How long the session stood in each step, pauses included, by the monotonic clock; a step come back to adds up. */
export class StepDurations {
  #sinceMs: number;
  readonly #spent: Map<string, number>;

  constructor(
    private readonly clock: Clock,
    private step: Step,
    before: StepDurationsMs = {},
  ) {
    this.#sinceMs = clock.monotonicMs();
    this.#spent = new Map(Object.entries(before));
  }

  enter(step: Step): void {
    this.#spent.set(this.step, this.#soFar());
    this.step = step;
    this.#sinceMs = this.clock.monotonicMs();
  }

  /** Whole milliseconds by step, the present one included. */
  total(): StepDurationsMs {
    const rounded = [...this.#spent, [this.step, this.#soFar()] as const].map(([step, ms]) => [step, Math.round(ms)]);
    return Object.fromEntries(rounded) as Record<string, number>;
  }

  #soFar(): number {
    return (this.#spent.get(this.step) ?? 0) + this.clock.monotonicMs() - this.#sinceMs;
  }
}
