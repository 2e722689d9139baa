import { log } from '../base/log';
import type { RecallMode } from '../domain/entry/recall-mode';
import type { Cue, Memory } from '../domain/memory/memory';
import type { Report } from '../domain/report/report';
import { type Consents, type Permits, permitsOf, withSaid } from '../domain/settings/consents';
import type { SettingsChange } from '../domain/settings/settings';
import type { RecallDraft } from '../journal/journal';
import { FaceWitness } from './face/face-witness';
import { momentNow, recallEntry } from './keeping/build-entry';
import { EntryKeeper } from './keeping/entry-keeper';
import { RecallContent } from './keeping/recall-content';
import { drawSnapshot, lengthOf } from './machine/draw-snapshot';
import { firstState } from './machine/first-state';
import type { RecallSession, SessionSnapshot } from './machine/snapshot';
import { StepDurations } from './machine/step-durations';
import { StepTimer } from './machine/step-timer';
import {
  hasEnded,
  isBaseline,
  isRunning,
  isTimed,
  next,
  type SessionEvent,
  type SessionState,
} from './machine/transitions';
import type { SessionOptions, SessionPorts } from './ports';

/** Whether the screen must stay on by itself. It need not in a pause, because the person may put the phone away. */
const holdsScreen = (state: SessionState): boolean => isTimed(state) && !state.paused;

/** The steps in which the question may still change. */
const BEFORE_RECALL: ReadonlySet<SessionState['step']> = new Set([
  'consent',
  'prepare',
  'baseline',
  'talking',
  'choose',
]);

type KeepOptions = Parameters<RecallSession['keep']>[0];

/**
 * One guided recall. `transitions.ts` says where an event leads; this class does what follows from it: it has the face watched,
 * lets time pass, writes the draft, and saves. See: [Note: A session and its face]
 */
export class GuidedRecall implements RecallSession {
  #state: SessionState;
  #snapshot: SessionSnapshot;
  readonly #listeners = new Set<(snapshot: SessionSnapshot) => void>();
  #keepOptions: KeepOptions | null = null;
  #cue: Cue | null;
  /** What the person agrees to. It may change at any time, on another screen or in another tab. */
  #permits: Permits;
  /** What was agreed to here is being written: until then, what is stored is of before. */
  #isAgreeing = false;
  #hidesTime: boolean;
  /** The time of the recall has begun to pass. */
  #hasRung = false;

  readonly #content: RecallContent;
  readonly #face: FaceWitness;
  readonly #timer: StepTimer;
  readonly #durations: StepDurations;
  readonly #keeper: EntryKeeper;
  readonly #unsubscribe: () => void;

  /** It began without a draft: what is in one now was said here. */
  readonly #isNew: boolean;

  /** Begins a new session, or continues the `draft` of one that a lock or a killed tab interrupted. */
  constructor(
    private readonly ports: SessionPorts,
    private readonly options: SessionOptions,
    draft: RecallDraft | null = null,
  ) {
    const { clock, timers, journal } = ports;
    this.#state = firstState(options, draft);
    this.#cue = options.cue;
    this.#permits = permitsOf(options.settings.consents, options.consentVersion);
    this.#hidesTime = options.settings.hidesTime;
    this.#isNew = draft === null;
    const entryId = draft?.entryId ?? ports.newId();
    // A recall that starts again is a new one: its predecessor's start and durations do not apply.
    const before = draft?.relived ? draft : null;
    this.#content = new RecallContent(entryId, before?.startedAt ?? momentNow(clock), options, draft);
    this.#face = this.#newWitness();
    this.#timer = new StepTimer(clock, timers, () => this.#tick());
    this.#durations = new StepDurations(clock, this.#state.step, before?.stepDurationsMs);
    const onDraft = (code: SessionState['failure']): void => {
      this.#apply(code ? { type: 'draft-failed', code } : { type: 'draft-kept' });
    };
    this.#keeper = new EntryKeeper(journal, timers, onDraft, entryId, draft !== null);
    this.#snapshot = this.#draw();
    this.#unsubscribe = ports.visibility.subscribe((hidden) => hidden && this.#hide());
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  get entryId(): string {
    return this.#content.entryId;
  }

  get ended(): boolean {
    return hasEnded(this.#state);
  }

  get soFar(): RecallDraft | null {
    const { step } = this.#state;
    const told = step === 'report' || step === 'review';
    const named = this.#content.memory.title !== '' && (step === 'choose' || step === 'recall' || step === 'rest');
    return told || named ? this.#asDraft() : null;
  }

  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  agree(said: Permits): void {
    if (this.#state.step !== 'consent') return;
    this.#permits = said;
    this.#apply({ type: 'agree', face: said.face });
    const about = { textVersion: this.options.consentVersion, atMs: this.ports.clock.epochMs() };
    this.#isAgreeing = true;
    void this.#remember(({ consents }) => ({ consents: withSaid(consents, said, about) })).finally(() => {
      this.#isAgreeing = false;
    });
  }

  respect(consents: Consents): void {
    if (this.ended || this.#isAgreeing) return;
    const before = this.#permits;
    this.#permits = permitsOf(consents, this.options.consentVersion);
    if (before.face && !this.#permits.face) this.#withdrawFace();
    // What is in the draft was written while it was allowed.
    if (before.readings && !this.#permits.readings) void this.settle();
    this.#publish();
  }

  /** The camera stops, and what it has read so far is erased, from the draft as well. */
  #withdrawFace(): void {
    this.#apply({ type: 'face-withdrawn' });
    this.#face.withdraw();
    this.#content.unread();
    void this.settle();
  }

  openCamera(): void {
    this.#apply({ type: this.#permits.face ? 'open-camera' : 'ask-consent' });
  }

  continueWithoutCamera(): void {
    // After a failure, what was read stays, as the person was told. If they choose so themselves, it is erased.
    const wish = this.#state.failure === null;
    if (this.#apply({ type: 'without-camera' }) && wish) this.#face.withdraw();
  }

  relive(mode: RecallMode): void {
    if (this.#apply({ type: 'relive', mode })) void this.#remember({ recallMode: mode });
  }

  ready(): void {
    this.#apply({ type: 'ready' });
  }

  ask(cue: Cue | null): void {
    const isAsked = (cue?.id ?? null) === this.#content.memory.cueId;
    if (!isAsked && !BEFORE_RECALL.has(this.#state.step)) return;
    this.#cue = cue;
    if (!isAsked) this.#content.ask(cue);
    this.#publish();
  }

  choose(memory: Memory): void {
    if (this.#state.step !== 'choose') return;
    this.#content.say({ memory });
    // While it is still the press that is served.
    this.ports.bell.wake(this.options.settings.signal);
    // Before the step changes, because this is its last page; a tab that is killed in the recall doesn’t say so.
    this.#keeper.draftNow(this.#asDraft);
    this.#apply({ type: 'choose' });
  }

  finishStep(): void {
    this.#apply({ type: 'finish-step' });
  }

  pause(): void {
    this.#apply({ type: 'pause' });
  }

  hideTime(hides: boolean): void {
    this.#hidesTime = hides;
    this.#publish();
    void this.#remember({ hidesTime: hides });
  }

  stop(): void {
    this.#apply({ type: 'stop' });
  }

  rateAlone(): void {
    this.#apply({ type: 'rate-alone' });
  }

  resume(): void {
    const { step, failure } = this.#state;
    if (step === 'discarded') void this.withdraw();
    else if (step === 'review' && failure && this.#keepOptions) void this.keep(this.#keepOptions);
    else if (step === 'report' && failure) this.#keeper.draftNow(this.#asDraft);
    else this.#apply({ type: 'resume' });
  }

  draft({ page, ...said }: { report?: Partial<Report>; memory?: Partial<Memory>; page?: string }): void {
    const { step } = this.#state;
    if (step !== 'choose' && step !== 'report') return;
    this.#content.say(said);
    if (page !== undefined) this.#content.turnTo(page);
    if (this.soFar) this.#keeper.draftSoon(this.#asDraft);
    else if (this.#isNew) this.#keeper.forget().catch((error: unknown) => log.warn('the draft stays', error));
    this.#publish();
  }

  finishReport(): void {
    if (this.#apply({ type: 'finish-report' })) this.#keeper.draftNow(this.#asDraft);
  }

  back(): void {
    this.#apply({ type: 'back' });
  }

  async settle(): Promise<boolean> {
    if (!this.soFar) return true;
    this.#keeper.draftNow(this.#asDraft);
    return this.#keeper.settled();
  }

  leave(): void {
    if (this.ended || this.soFar) return;
    // First, so that nothing in the journal is touched.
    this.#keeper.end();
    this.#apply({ type: 'withdraw' });
    this.#apply({ type: 'erased' });
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
      ...(options.misread && { misread: options.misread }),
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

  /** Goes where `event` leads and does what follows from it. Returns false if the event means nothing in this state. */
  #apply(event: SessionEvent): boolean {
    const before = this.#state;
    const after = next(before, event);
    if (after === before) return false;
    this.#state = after;
    const stepChanged = before.step !== after.step;
    this.#face.follow(before, after);
    if (stepChanged || !isRunning(after)) this.#timer.stop();
    if (stepChanged) this.#changeStep(before, after);
    if (isRunning(after)) {
      // An interrupted baseline begins again; an interrupted recall goes on.
      if (isBaseline(after) && !isRunning(before)) this.#timer.reset();
      this.#timer.start();
      if (after.step === 'recall' && !this.#hasRung) this.#begin();
    }
    this.#holdScreen(before, after);
    this.#publish();
    return true;
  }

  /** It is told where the time begins, which may be a while after the press: the camera has to open. */
  #begin(): void {
    this.#hasRung = true;
    this.#ring('begin');
  }

  #changeStep(before: SessionState, after: SessionState): void {
    this.#timer.reset();
    this.#durations.enter(after.step);
    if (before.step === 'baseline' && after.step !== 'discarded' && after.camera !== 'without') {
      void this.#remember({ baselinesTaken: this.options.settings.baselinesTaken + 1 });
    }
    if (after.step === 'recall' || after.step === 'review') this.#content.turnTo(null);
    if (before.step === 'recall' && after.step === 'rest') this.#ring('end');
    if (after.step === 'report' && (before.step === 'rest' || before.step === 'recall')) {
      // From the recall itself only somebody comes who stopped, and keeps what they say alone.
      if (before.step === 'recall') this.#face.withdraw();
      this.#content.relive(this.#face.result);
      this.#keeper.draftNow(this.#asDraft);
    }
    if (hasEnded(after)) this.#end(after);
  }

  #ring(moment: 'begin' | 'end'): void {
    this.ports.bell.ring(moment, this.options.settings.signal);
  }

  #holdScreen(before: SessionState, after: SessionState): void {
    if (holdsScreen(before) === holdsScreen(after)) return;
    const { wakeLock } = this.ports;
    const change = holdsScreen(after) ? wakeLock.acquire() : wakeLock.release();
    change.catch((error: unknown) => log.warn('wake lock', error));
  }

  #end({ step }: SessionState): void {
    this.#unsubscribe();
    this.ports.bell.rest();
    this.#keeper.end();
    if (step !== 'discarded') return;
    this.#face.withdraw();
    this.#content.forget();
  }

  #newWitness(): FaceWitness {
    const { ports, options } = this;
    return new FaceWitness(ports, this.#content.entryId, options.settings.backend, {
      state: () => this.#state,
      onChange: () => this.#publish(),
      onOpen: () => {
        this.#apply({ type: 'camera-on' });
        if (ports.visibility.hidden) this.#apply({ type: 'hidden' });
      },
      onFailure: (code) => this.#apply({ type: 'camera-failed', code }),
    });
  }

  #tick(): void {
    this.#face.checkStall();
    if (!isRunning(this.#state)) return;
    if (this.#timer.elapsedMs >= this.#lengthMs) this.#apply({ type: 'finish-step' });
    else this.#publish();
  }

  /** A hidden page may be killed without warning, so what was said so far is written into the draft, in any step. */
  #hide(): void {
    void this.settle();
    this.#apply({ type: 'hidden' });
  }

  readonly #asDraft = (): RecallDraft => {
    // In *rest* the recall is over, so all of it can be kept. Before, it would be half a recall.
    const soFar = this.#state.step === 'rest' ? this.#face.result : null;
    return this.#content.draft(
      soFar,
      { stepDurationsMs: this.#durations.total(), mode: this.#state.mode },
      this.#permits.readings,
    );
  };

  /** Changes settings on the side. If they cannot be written, the session goes on. */
  async #remember(change: SettingsChange): Promise<void> {
    try {
      await this.ports.journal.changeSettings(change);
    } catch (error) {
      log.warn('settings were not kept', error);
    }
  }

  get #lengthMs(): number {
    const { timing } = this.options;
    if (this.#state.step === 'baseline') return this.#face.baselineMs(timing, this.#timer.elapsedMs);
    return lengthOf(this.#state.step, timing);
  }

  #publish(): void {
    this.#snapshot = this.#draw();
    for (const listener of this.#listeners) listener(this.#snapshot);
  }

  #draw(): SessionSnapshot {
    return drawSnapshot({
      state: this.#state,
      cue: this.#cue,
      content: this.#content,
      face: this.#face,
      permits: this.#permits,
      hidesTime: this.#hidesTime,
      elapsedMs: this.#timer.elapsedMs,
      durationMs: this.#lengthMs,
    });
  }
}
