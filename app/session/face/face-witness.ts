import type { FramingGuide } from '../../capture/framing';
import type { FrameReading } from '../../domain/face/face-reading';
import type { Framing } from '../../domain/face/framing';
import type { TracePhase } from '../../domain/face/trace';
import type { FailureCode } from '../../domain/failure/failure';
import type { ReadBy } from '../../dynamics/summary/summarise-face';
import type { SessionTiming } from '../../recall/timing/timing';
import type { DeviceReport, Progress } from '../../vision/protocol';
import type { Step } from '../machine/snapshot';
import { isRecording, type SessionState, usesCamera } from '../machine/transitions';
import type { SessionPorts } from '../ports';
import { FaceRecording, type FaceResult } from './face-recording';
import { FaceWatch } from './face-watch';

/*
 * [Note: A session and its face]
 *
 * The state of a recall changes in one place, `GuidedRecall.#apply`. `transitions.ts` says where an event leads, and knows nothing
 * else. Whatever follows from a change is derived from the two states, before and after:
 *
 * - `FaceWitness.follow` opens and closes the camera as the state needs it, guides the person in *prepare*, and records in
 *   *baseline*, *talking* and *recall*. It has no steps of its own. A reading at any other time is dropped.
 * - `FaceWatch` is camera and reader as one. Each time it is opened it has a signal of its own, and what arrives after that signal
 *   was aborted is dropped. So nothing late, such as a frame or the end of a download, can reach a watch that was closed.
 * - `FaceRecording` puts readings into the time of the trace. An interrupted baseline is taken again, an interrupted recall goes on.
 *
 * The face tells the session only two things, as events: the camera is on (`camera-on`), or it failed (`camera-failed`). A failure
 * never ends a recall. The state names it, and the person tries again, goes on without a camera, or stops. A camera or reader that
 * dies silently in a timed step is noticed by the timer of that step (`checkStall`).
 *
 * What was read becomes a summary and a trace when the recall is over, on the way from *rest* to *report*. If the person switches
 * the camera off by choice, it is erased. If the camera fails, it stays, as the person is told.
 */

/** The phase of the trace that a step records. */
const PHASE_OF: Partial<Record<Step, TracePhase>> = { baseline: 'baseline', talking: 'talking' };

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
 * The face of one session: camera and reader while they are needed, guidance in *prepare*, a recording in *baseline*, *talking* and *recall*.
 * See: [Note: A session and its face]
 */
export class FaceWitness {
  readonly #watch: FaceWatch;
  readonly #guide: FramingGuide;
  readonly #recording: FaceRecording;
  #progress: Progress | null = null;
  #live: LiveFace | null = null;
  #readBy: ReadBy | null = null;
  /** Whether the face of the short baseline looked different; null before it was judged. */
  #isUnlike: boolean | null = null;

  constructor(
    private readonly ports: SessionPorts,
    entryId: string,
    backend: 'auto' | 'wasm',
    private readonly listener: WitnessListener,
  ) {
    this.#guide = ports.newFramingGuide();
    this.#recording = new FaceRecording(ports.clock, ports.newRecorder(entryId));
    this.#watch = new FaceWatch(ports, backend, {
      onCamera: () => listener.onChange(),
      onProgress: (progress) => {
        this.#progress = progress;
        listener.onChange();
      },
      onOpen: (report) => this.#open(report),
      wants: (capturedMs) => !isRecording(listener.state()) || this.#recording.wants(capturedMs),
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
    return this.#recording.result(this.ports.readRecording, this.#readBy);
  }

  /** The baseline takes its usual time, because the face looks different today. */
  get looksUnlike(): boolean {
    return this.#isUnlike === true;
  }

  /** How long the baseline takes, of which `elapsedMs` have passed. See: [Note: Their own neutral] */
  baselineMs({ baselineMs, knownBaselineMs }: SessionTiming, elapsedMs: number): number {
    const { knownRest } = this.ports;
    if (!knownRest.isKnown) return baselineMs;
    if (elapsedMs < knownBaselineMs) return knownBaselineMs;
    this.#isUnlike ??= knownRest.looksUnlike(this.#recording.soFar());
    return this.#isUnlike ? baselineMs : knownBaselineMs;
  }

  /** Opens, closes and records as the session needs it after it went from `before` to `after`. */
  follow(before: SessionState, after: SessionState): void {
    const stepChanged = before.step !== after.step;
    if (isRecording(before) && (stepChanged || !isRecording(after))) this.#recording.end();
    this.#direct(before, after);
    if (isRecording(after) && (stepChanged || !isRecording(before))) {
      if (after.step === 'baseline') this.#isUnlike = null;
      this.#recording.begin(PHASE_OF[after.step] ?? 'recall');
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
    const framing = this.#guide.update(reading, this.#watch.stream?.light(reading.face?.box ?? null) ?? null);
    this.#live = { reading, framing };
    this.listener.onChange();
  }
}
