/** What the person is told when something went wrong: one or two plain sentences each. */
export interface FailureWords {
  /** What happened. */
  readonly what: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do now. */
  readonly next: string;
}
