import { Failure } from '../domain/failure/failure';
import type { readRecording } from '../dynamics/read-recording';
import type { FaceReader } from '../vision/reader';

/**
 * The face reader of a recall, opened together with what its readings come to at the end. That is fetched with the models, because
 * nobody needs it before the camera is on, and a recall that has begun must not wait for the network.
 */
export class RecallReader implements FaceReader {
  #readRecording: typeof readRecording | null = null;

  constructor(
    private readonly reader: FaceReader,
    private readonly fetchDynamics: () => Promise<{ readonly readRecording: typeof readRecording }> = () =>
      import('../dynamics/read-recording'),
  ) {}

  async open(options?: Parameters<FaceReader['open']>[0]): ReturnType<FaceReader['open']> {
    const fetching = this.fetchDynamics().catch((error: unknown) => {
      throw new Failure('model-download', String(error), { cause: error });
    });
    const [report, dynamics] = await Promise.all([this.reader.open(options), fetching]);
    this.#readRecording = dynamics.readRecording;
    return report;
  }

  /** Only what was read by an open reader can have been recorded. */
  readonly readRecording: typeof readRecording = (recording, readBy) => {
    if (!this.#readRecording) throw new Error('nothing was opened that could have been recorded');
    return this.#readRecording(recording, readBy);
  };

  readonly read: FaceReader['read'] = (frame, tMs) => this.reader.read(frame, tMs);
  readonly reset = (): Promise<void> => this.reader.reset();
  readonly report: FaceReader['report'] = () => this.reader.report();
  readonly close = (): Promise<void> => this.reader.close();
}
