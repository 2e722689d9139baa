import type { FramingGuide } from '../../capture/framing';
import type { FrameReading } from '../../domain/face/face-reading';
import type { Framing } from '../../domain/face/framing';
import type { FailureCode } from '../../domain/failure/failure';
import type { ReadBy } from '../../dynamics/summary/summarise-face';
import type { DeviceReport, Progress } from '../../vision/protocol';
import { isRecording, type SessionState, usesCamera } from '../machine/transitions';
import type { SessionPorts } from '../ports';
import { FaceRecording, type FaceResult } from './face-recording';
import { FaceWatch } from './face-watch';

/** How a witness asks its session for the state, and tells it what happens. */
export interface WitnessListener {
  readonly state: () => SessionState;
  /** There is new progress or a new live reading to show. */
  onChange(): void;
  onOpen(): void;
  /** The camera or the reader failed; both are closed. */
  onFailure(code: FailureCode): void;
}

/** The newest reading in *prepare*, and what to correct before recording. */
export interface LiveFace {
  readonly reading: FrameReading;
  readonly framing: Framing;
}

/**
 * The face of one session: camera and reader while they are needed, guidance in *prepare*, a recording in *baseline* and *recall*.
 * See: [Note: A session and its face]
 */
export class FaceWitness {
  readonly #watch: FaceWatch;
  readonly #guide: FramingGuide;
  readonly #recording: FaceRecording;
  #progress: Progress | null = null;
  #live: LiveFace | null = null;
  #readBy: ReadBy | null = null;

  constructor(
    private readonly ports: SessionPorts,
    entryId: string,
    backend: 'auto' | 'wasm',
    private readonly listener: WitnessListener,
  ) {
    this.#guide = ports.newFramingGuide();
    this.#recording = new FaceRecording(ports.clock, ports.newRecorder(entryId));
    this.#watch = new FaceWatch(ports, backend, {
      onProgress: (progress) => {
        this.#progress = progress;
        listener.onChange();
      },
      onOpen: (report) => this.#open(report),
      onReading: (reading, capturedMs) => this.#take(reading, capturedMs),
      onFailure: (code) => listener.onFailure(code),
    });
  }

  /** Progress of the download, while the camera opens. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** The camera's stream for the preview, while it is open. */
  get media(): MediaStream | null {
    return this.#watch.stream?.media ?? null;
  }

  get live(): LiveFace | null {
    return this.#live;
  }

  /** The result of all that was recorded so far. */
  get result(): FaceResult {
    return this.#recording.result(this.ports.summarise, this.#readBy);
  }

  /** Opens, closes and records as the session needs it after it went from `before` to `after`. */
  follow(before: SessionState, after: SessionState): void {
    const stepChanged = before.step !== after.step;
    if (isRecording(before) && (stepChanged || !isRecording(after))) this.#recording.end();
    this.#direct(before, after);
    if (isRecording(after) && (stepChanged || !isRecording(before))) {
      this.#recording.begin(after.step === 'baseline' ? 'baseline' : 'recall');
    }
  }

  /** Calls `onFailure` if camera or reader has died silently. */
  checkStall(): void {
    this.#watch.checkStall();
  }

  /** Erases what was read, because the person takes it back. */
  withdraw(): void {
    this.#recording.withdraw();
  }

  #direct(before: SessionState, after: SessionState): void {
    if (!usesCamera(after)) {
      this.#watch.close();
      this.#progress = null;
      this.#live = null;
    } else if (after.camera === 'opening' && before.camera !== 'opening') {
      this.#guide.reset();
      this.#watch.open();
    }
  }

  #open({ models, backend }: DeviceReport): void {
    this.#readBy = { models, backend };
    this.#progress = null;
    this.listener.onOpen();
  }

  #take(reading: FrameReading, capturedMs: number): void {
    const state = this.listener.state();
    if (isRecording(state)) this.#recording.add(reading, capturedMs);
    if (state.step !== 'prepare') return;
    const framing = this.#guide.update(reading, this.#watch.stream?.luma() ?? null);
    this.#live = { reading, framing };
    this.listener.onChange();
  }
}
