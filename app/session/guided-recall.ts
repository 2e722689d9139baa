import { log } from '../base/log';
import type { FramingGuide } from '../capture/framing';
import type { FrameReading } from '../domain/face-reading';
import type { Framing } from '../domain/framing';
import type { Memory } from '../domain/memory';
import type { Moment } from '../domain/moment';
import { emptyReport, type Report } from '../domain/report';
import type { Settings } from '../domain/settings';
import type { ReadBy } from '../dynamics/summarise-face';
import type { RecallDraft } from '../journal/journal';
import type { Progress } from '../vision/protocol';
import { blankMemory, firstState } from './beginnings';
import { momentNow, recallEntry } from './build-entry';
import { drawSnapshot, lengthOf } from './draw-snapshot';
import { EntryKeeper } from './entry-keeper';
import { FaceRecording, type FaceResult, NO_FACE } from './face-recording';
import { FaceWatch } from './face-watch';
import type { SessionOptions, SessionPorts } from './ports';
import type { RecallSession, SessionSnapshot, Step } from './snapshot';
import { StepDurations } from './step-durations';
import { StepTimer } from './step-timer';
import {
  hasEnded,
  isRecording,
  isRunning,
  isTimed,
  next,
  type SessionEvent,
  type SessionState,
  usesCamera,
} from './transitions';

type KeepOptions = Parameters<RecallSession['keep']>[0];

/**
 * One guided recall. `transitions.ts` says where an event leads; this class does what follows from it: it opens and closes
 * the camera, lets time pass, records, keeps the draft, and saves.
 */
export class GuidedRecall implements RecallSession {
  #state: SessionState;
  #snapshot: SessionSnapshot;
  readonly #listeners = new Set<(snapshot: SessionSnapshot) => void>();

  readonly #entryId: string;
  readonly #startedAt: Moment;
  #memory: Memory;
  #report: Report;
  #result: FaceResult | null;
  #keepOptions: KeepOptions | null = null;

  readonly #watch: FaceWatch;
  readonly #guide: FramingGuide;
  readonly #recording: FaceRecording;
  readonly #timer: StepTimer;
  readonly #durations: StepDurations;
  readonly #keeper: EntryKeeper;
  readonly #unsubscribe: () => void;
  #progress: Progress | null = null;
  #live: { readonly reading: FrameReading; readonly framing: Framing } | null = null;
  #readBy: ReadBy | null = null;

  /** A new session, or with `draft` one that a lock or a killed tab cut off. */
  constructor(
    private readonly ports: SessionPorts,
    private readonly options: SessionOptions,
    draft: RecallDraft | null = null,
  ) {
    const { clock, timers, journal } = ports;
    this.#state = firstState(options, draft);
    this.#entryId = draft?.entryId ?? ports.newId();
    this.#startedAt = draft?.startedAt ?? momentNow(clock);
    this.#memory = draft?.memory ?? blankMemory(options.cue);
    this.#report = draft?.report ?? emptyReport();
    this.#result = draft?.relived ? { face: draft.face, trace: draft.trace } : null;
    this.#guide = ports.newFramingGuide();
    this.#recording = new FaceRecording(clock, ports.newRecorder(this.#entryId));
    this.#timer = new StepTimer(clock, timers, () => this.#tick());
    this.#durations = new StepDurations(clock, this.#state.step, draft?.stepDurationsMs);
    const onDraft = (code: SessionState['failure']): void => {
      this.#apply(code ? { type: 'draft-failed', code } : { type: 'draft-kept' });
    };
    this.#keeper = new EntryKeeper(journal, timers, onDraft, this.#entryId, draft !== null);
    this.#watch = this.#newWatch();
    this.#snapshot = this.#draw();
    this.#unsubscribe = ports.visibility.subscribe((hidden) => hidden && this.#hide());
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  agree(): void {
    if (!this.#apply({ type: 'agree' })) return;
    const { consentVersion } = this.options;
    this.#remember({ consentVersion, consentAtMs: this.ports.clock.epochMs() });
  }

  openCamera(): void {
    this.#apply({ type: 'open-camera' });
  }

  continueWithoutCamera(): void {
    // After a failure what was read stays, as the person was told; out of their own wish it goes.
    const wish = this.#state.failure === null;
    if (this.#apply({ type: 'without-camera' }) && wish) this.#recording.withdraw();
  }

  ready(): void {
    this.#apply({ type: 'ready' });
  }

  choose(memory: Memory): void {
    if (this.#state.step !== 'choose') return;
    this.#memory = memory;
    this.#apply({ type: 'choose' });
  }

  finishStep(): void {
    this.#apply({ type: 'finish-step' });
  }

  pause(): void {
    this.#apply({ type: 'pause' });
  }

  resume(): void {
    const { step, failure } = this.#state;
    if (step === 'discarded') void this.withdraw();
    else if (step === 'review' && failure && this.#keepOptions) void this.keep(this.#keepOptions);
    else if (step === 'report' && failure) this.#keeper.draftNow(this.#asDraft);
    else this.#apply({ type: 'resume' });
  }

  draft({ report, memory }: { report?: Partial<Report>; memory?: Partial<Memory> }): void {
    const { step } = this.#state;
    if (step !== 'choose' && step !== 'report') return;
    this.#report = { ...this.#report, ...report };
    this.#memory = { ...this.#memory, ...memory };
    if (step === 'report') this.#keeper.draftSoon(this.#asDraft);
    this.#publish();
  }

  finishReport(): void {
    if (this.#apply({ type: 'finish-report' })) this.#keeper.draftNow(this.#asDraft);
  }

  back(): void {
    this.#apply({ type: 'back' });
  }

  async settle(): Promise<boolean> {
    const { step } = this.#state;
    const told = step === 'report' || step === 'review';
    const named = this.#memory.title !== '' && (step === 'choose' || step === 'recall' || step === 'rest');
    if (!told && !named) return true;
    this.#keeper.draftNow(this.#asDraft);
    return this.#keeper.settled();
  }

  async keep(options: KeepOptions): Promise<void> {
    if (!this.#apply({ type: 'keep' })) return;
    this.#keepOptions = options;
    const draft = this.#asDraft();
    const trace = options.trace ? draft.trace : null;
    const entry = recallEntry(draft, {
      savedAt: momentNow(this.ports.clock),
      appVersion: this.options.appVersion,
      faceDisputed: options.faceDisputed,
      hasTrace: trace !== null,
    });
    const code = await this.#keeper.save(entry, trace);
    this.#apply(code ? { type: 'keep-failed', code } : { type: 'kept' });
  }

  async withdraw(): Promise<void> {
    if (!this.#apply({ type: 'withdraw' })) return;
    try {
      await this.#keeper.erase();
      this.#apply({ type: 'erased' });
    } catch (error) {
      log.error('What was withdrawn is not all erased', error);
      this.#apply({ type: 'erase-failed', code: 'erase-failed' });
    }
  }

  /** Goes where `event` leads and does what follows; false where it has no meaning now. */
  #apply(event: SessionEvent): boolean {
    const before = this.#state;
    const after = next(before, event);
    if (after === before) return false;
    this.#state = after;
    const stepChanged = before.step !== after.step;
    if (isRecording(before) && (stepChanged || !isRecording(after))) this.#recording.end();
    if (stepChanged || !isRunning(after)) this.#timer.stop();
    if (stepChanged) this.#changeStep(before, after);
    this.#directCamera(before, after);
    if (isRecording(after) && (stepChanged || !isRecording(before))) this.#beginRecording(after.step);
    if (isRunning(after)) this.#timer.start();
    this.#holdScreen(before, after);
    this.#publish();
    return true;
  }

  #changeStep(before: SessionState, after: SessionState): void {
    this.#timer.reset();
    this.#durations.enter(after.step);
    if (before.step === 'baseline' && after.step === 'choose' && after.camera !== 'without') {
      this.#remember({ baselinesTaken: this.options.settings.baselinesTaken + 1 });
    }
    if (before.step === 'rest' && after.step === 'report') {
      this.#result = this.#faceSoFar();
      this.#keeper.draftNow(this.#asDraft);
    }
    if (hasEnded(after)) this.#end(after.step);
  }

  #directCamera(before: SessionState, after: SessionState): void {
    if (!usesCamera(after)) {
      this.#watch.close();
      this.#progress = null;
      this.#live = null;
    } else if (after.camera === 'opening' && before.camera !== 'opening') {
      this.#guide.reset();
      this.#watch.open();
    }
  }

  #beginRecording(step: Step): void {
    if (step !== 'baseline' && step !== 'recall') return;
    // An interrupted baseline begins anew, a recall goes on.
    if (step === 'baseline') this.#timer.reset();
    this.#recording.begin(step);
  }

  #holdScreen(before: SessionState, after: SessionState): void {
    if (isTimed(before) === isTimed(after)) return;
    const { wakeLock } = this.ports;
    const change = isTimed(after) ? wakeLock.acquire() : wakeLock.release();
    change.catch((error: unknown) => log.warn('wake lock', error));
  }

  #end(step: Step): void {
    this.#unsubscribe();
    this.#keeper.end();
    if (step !== 'discarded') return;
    this.#recording.withdraw();
    this.#memory = blankMemory(null);
    this.#report = emptyReport();
    this.#result = null;
  }

  #newWatch(): FaceWatch {
    return new FaceWatch(this.ports, this.options.settings.backend, {
      onProgress: (progress) => {
        this.#progress = progress;
        this.#publish();
      },
      onOpen: ({ models, backend }) => {
        this.#readBy = { models, backend };
        this.#progress = null;
        this.#apply({ type: 'camera-on' });
        if (this.ports.visibility.hidden) this.#apply({ type: 'hidden' });
      },
      onReading: (reading, capturedMs) => this.#take(reading, capturedMs),
      onFailure: (code) => this.#apply({ type: 'camera-failed', code }),
    });
  }

  #take(reading: FrameReading, capturedMs: number): void {
    if (isRecording(this.#state)) this.#recording.add(reading, capturedMs);
    if (this.#state.step !== 'prepare') return;
    const framing = this.#guide.update(reading, this.#watch.stream?.luma() ?? null);
    this.#live = { reading, framing };
    this.#publish();
  }

  #tick(): void {
    this.#watch.checkStall();
    if (!isRunning(this.#state)) return;
    if (this.#timer.elapsedMs >= this.#lengthMs) this.#apply({ type: 'finish-step' });
    else this.#publish();
  }

  #hide(): void {
    void this.#keeper.flush();
    this.#apply({ type: 'hidden' });
  }

  #faceSoFar(): FaceResult {
    return this.#recording.result(this.ports.summarise, this.#readBy);
  }

  readonly #asDraft = (): RecallDraft => {
    // In *rest* the recall is over, and all of it can be kept; before, half of it would be no recall.
    const relived = this.#result !== null || this.#state.step === 'rest';
    const { face, trace } = this.#result ?? (relived ? this.#faceSoFar() : NO_FACE);
    return {
      version: 1,
      kind: 'recall',
      relived,
      entryId: this.#entryId,
      startedAt: this.#startedAt,
      memory: this.#memory,
      report: this.#report,
      face,
      trace,
      stepDurationsMs: this.#durations.total(),
    };
  };

  /** Settings the session changes by the way: not worth stopping for when they cannot be written. */
  #remember(change: Partial<Omit<Settings, 'version'>>): void {
    this.ports.journal.changeSettings(change).catch((error: unknown) => log.warn('settings were not kept', error));
  }

  get #lengthMs(): number {
    return lengthOf(this.#state.step, this.options.timing);
  }

  #publish(): void {
    this.#snapshot = this.#draw();
    for (const listener of this.#listeners) listener(this.#snapshot);
  }

  #draw(): SessionSnapshot {
    return drawSnapshot({
      state: this.#state,
      cue: this.options.cue,
      memory: this.#memory,
      report: this.#report,
      result: this.#result,
      progress: this.#progress,
      media: this.#watch.stream?.media ?? null,
      live: this.#live,
      elapsedMs: this.#timer.elapsedMs,
      durationMs: this.#lengthMs,
      entryId: this.#entryId,
    });
  }
}
