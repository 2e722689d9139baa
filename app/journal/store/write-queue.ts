/**
 * Runs jobs one after another in the order they came; a job that fails does not keep the next from running. Preparing a
 * record takes a while, so without it a draft written before a save could land after it.
 */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  add<T>(job: () => Promise<T>): Promise<T> {
    const result = this.last.then(job);
    this.last = result.catch(() => undefined);
    return result;
  }
}
