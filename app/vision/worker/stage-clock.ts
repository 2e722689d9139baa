import type { Stage, StageMs } from '../../domain/face/face-reading';
import { median } from '../../statistics/median';

/** Frames over which medians are taken: about ten seconds. */
export const MEDIAN_OVER = 120;

/** Measures how long the steps of one frame take, and keeps the last `MEDIAN_OVER` of each. */
export class StageClock {
  readonly #recent = new Map<Stage, number[]>();
  #frame: Partial<Record<Stage, number>> = {};
  #startedMs = 0;

  constructor(readonly now: () => number = () => performance.now()) {}

  begin(): void {
    this.#frame = {};
    this.#startedMs = this.now();
  }

  /** Runs `step` and adds its time to `stage` of this frame: a stage that runs twice counts both. */
  async time<T>(stage: Stage, step: () => Promise<T>): Promise<T> {
    const before = this.now();
    try {
      return await step();
    } finally {
      this.#frame[stage] = (this.#frame[stage] ?? 0) + this.now() - before;
    }
  }

  /** This frame's times with their total, which then count towards the medians. */
  end(): StageMs {
    this.#frame.total = this.now() - this.#startedMs;
    for (const [stage, ms] of Object.entries(this.#frame) as [Stage, number][]) {
      const recent = this.#recent.get(stage) ?? [];
      recent.push(ms);
      if (recent.length > MEDIAN_OVER) recent.shift();
      this.#recent.set(stage, recent);
    }
    return this.#frame;
  }

  medians(): StageMs {
    return Object.fromEntries([...this.#recent].map(([stage, times]) => [stage, median(times)]));
  }
}
