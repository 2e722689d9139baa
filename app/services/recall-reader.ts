import { log } from '../base/log';
import type { Trace } from '../domain/face/trace';
import { Failure } from '../domain/failure/failure';
import type { looksUnlike, ownNeutralOf } from '../dynamics/person/known-rest';
import type { OwnNeutral } from '../dynamics/person/own-neutral';
import type { readRecording } from '../dynamics/read-recording';
import type { KnownRest } from '../session/ports';
import type { FaceReader } from '../vision/reader';

/** What reads a recording, and what knows a face at rest. */
export interface Dynamics {
  readonly readRecording: typeof readRecording;
  readonly ownNeutralOf: typeof ownNeutralOf;
  readonly looksUnlike: typeof looksUnlike;
}

const fetchDynamics = async (): Promise<Dynamics> => {
  const [reading, known] = await Promise.all([
    import('../dynamics/read-recording'),
    import('../dynamics/person/known-rest'),
  ]);
  return { ...reading, ...known };
};

/**
 * The face reader of a recall, opened together with what its readings come to at the end, and with what is known of the person's face
 * at rest. That is fetched with the models, because nobody needs it before the camera is on, and a recall that has begun must not
 * wait for the network. See: [Note: Their own neutral]
 */
export class RecallReader implements FaceReader, KnownRest {
  #dynamics: Dynamics | null = null;
  #own: OwnNeutral | null = null;

  /** @param lastTraces of the recalls before this one, newest first, that may tell of the face at rest */
  constructor(
    private readonly reader: FaceReader,
    private readonly lastTraces: () => Promise<readonly Trace[]>,
    private readonly fetch: () => Promise<Dynamics> = fetchDynamics,
  ) {}

  async open(options?: Parameters<FaceReader['open']>[0]): ReturnType<FaceReader['open']> {
    const fetching = this.fetch().catch((error: unknown) => {
      throw new Failure('model-download', String(error), { cause: error });
    });
    // A recall can do without: its baseline then takes its usual time.
    const traces = this.lastTraces().catch((error: unknown) => {
      log.warn('what is known of the face at rest could not be read', error);
      return [];
    });
    const [report, dynamics, last] = await Promise.all([this.reader.open(options), fetching, traces]);
    this.#dynamics = dynamics;
    this.#own = dynamics.ownNeutralOf(last);
    return report;
  }

  get isKnown(): boolean {
    return this.#own !== null;
  }

  readonly looksUnlike = (baseline: Trace): boolean =>
    this.#own !== null && this.#opened.looksUnlike(baseline, this.#own);

  /** Only what was read by an open reader can have been recorded. */
  readonly readRecording: typeof readRecording = (recording, readBy) =>
    this.#opened.readRecording(recording, readBy, this.#own);

  get #opened(): Dynamics {
    if (!this.#dynamics) throw new Error('nothing was opened that could have been recorded');
    return this.#dynamics;
  }

  readonly read: FaceReader['read'] = (frame, tMs) => this.reader.read(frame, tMs);
  readonly reset = (): Promise<void> => this.reader.reset();
  readonly report: FaceReader['report'] = () => this.reader.report();
  readonly close = (): Promise<void> => this.reader.close();
}
