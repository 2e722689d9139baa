import type { Clock } from '../../app/base/clock';
import { FramingGuide } from '../../app/capture/framing';
import type { Camera, CameraStream, Frame, Visibility, WakeLock } from '../../app/capture/types';
import type { Expression } from '../../app/domain/expression';
import type { FrameReading } from '../../app/domain/face-reading';
import { Failure, type FailureCode } from '../../app/domain/failure';
import type { Cue, Memory } from '../../app/domain/memory';
import { DEFAULT_SETTINGS } from '../../app/domain/settings';
import { summariseFace } from '../../app/dynamics/summarise-face';
import { TraceRecorder } from '../../app/dynamics/trace-recorder';
import type { Draft, RecallDraft } from '../../app/journal/journal';
import { GuidedRecall } from '../../app/session/guided-recall';
import type { SessionOptions, SessionPorts } from '../../app/session/ports';
import type { Timers } from '../../app/session/timers';
import type { DeviceReport, Progress } from '../../app/vision/protocol';
import type { FaceReader } from '../../app/vision/reader';
import { faceReading, scores } from '../dynamics/readings';
import { FakeJournal } from '../support/fake-journal';
import { sampleDevice } from '../support/fake-services';

/** Lets everything that is only waiting for promises happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve();
}

/** Time that passes only when the test says so. */
export class FakeTime implements Clock, Timers {
  #monotonic = 1_000;
  #epoch = Date.UTC(2025, 10, 22, 9, 41);
  #timers = new Map<number, { readonly atMs: number; readonly callback: () => void }>();
  #handles = 0;

  epochMs = (): number => this.#epoch;
  monotonicMs = (): number => this.#monotonic;
  zone = (): string => 'Europe/Berlin';

  set(callback: () => void, ms: number): number {
    this.#timers.set(++this.#handles, { atMs: this.#monotonic + ms, callback });
    return this.#handles;
  }

  clear(handle: number): void {
    this.#timers.delete(handle);
  }

  get waiting(): number {
    return this.#timers.size;
  }

  /** The person, or the network, sets the wall clock. */
  setEpoch(epochMs: number): void {
    this.#epoch = epochMs;
  }

  async pass(ms: number): Promise<void> {
    const untilMs = this.#monotonic + ms;
    for (let due = this.#next(untilMs); due; due = this.#next(untilMs)) {
      this.#forward(due[1].atMs);
      this.#timers.delete(due[0]);
      due[1].callback();
      await settle();
    }
    this.#forward(untilMs);
    await settle();
  }

  #next(untilMs: number) {
    const due = [...this.#timers].filter(([, timer]) => timer.atMs <= untilMs);
    return due.sort((a, b) => a[1].atMs - b[1].atMs || a[0] - b[0])[0];
  }

  #forward(toMs: number): void {
    this.#epoch += toMs - this.#monotonic;
    this.#monotonic = toMs;
  }
}

export class FakeImage {
  closed = false;
  close(): void {
    this.closed = true;
  }
}

export class FakeStream implements CameraStream {
  readonly media = {} as MediaStream;
  readonly images: FakeImage[] = [];
  stopped = false;
  #onFrame: ((frame: Frame) => Promise<void>) | null = null;
  #lost: ((failure: Failure) => void) | null = null;
  #firstMs: number | null = null;
  #busy = false;

  constructor(private readonly time: FakeTime) {}

  pump(onFrame: (frame: Frame) => Promise<void>): () => void {
    this.#onFrame = onFrame;
    return () => {
      this.#onFrame = null;
    };
  }

  /** The camera has a picture, taken `delayMs` ago. */
  async picture(delayMs = 0): Promise<void> {
    if (!this.#onFrame || this.stopped || this.#busy) return;
    const atMs = this.time.monotonicMs() - delayMs;
    this.#firstMs ??= atMs;
    const image = new FakeImage();
    this.images.push(image);
    this.#busy = true;
    void this.#onFrame({ image: image as unknown as ImageBitmap, tMs: atMs - this.#firstMs }).finally(() => {
      this.#busy = false;
    });
    await settle();
  }

  luma(): number {
    return 0.5;
  }

  onLost(listener: (failure: Failure) => void): void {
    this.#lost = listener;
  }

  async unplug(): Promise<void> {
    this.stop();
    this.#lost?.(new Failure('camera-lost'));
    await settle();
  }

  stop(): void {
    this.stopped = true;
    this.#onFrame = null;
  }
}

export class FakeCamera implements Camera {
  readonly streams: FakeStream[] = [];
  /** What the next openings reject with, first one first. */
  readonly refusals: FailureCode[] = [];
  /** When set, opening waits for it, as for the browser's question. */
  question: Promise<void> | null = null;

  constructor(private readonly time: FakeTime) {}

  async open(signal?: AbortSignal): Promise<CameraStream> {
    await this.question;
    const refusal = this.refusals.shift();
    if (refusal) throw new Failure(refusal);
    const stream = new FakeStream(this.time);
    this.streams.push(stream);
    if (signal?.aborted) {
      stream.stop();
      throw signal.reason;
    }
    return stream;
  }

  get last(): FakeStream {
    return this.streams.at(-1)!;
  }
}

export class FakeReader implements FaceReader {
  /** What a frame gives now; `null` for a frame that was replaced by a newer one. */
  reading: FrameReading | null = faceReading();
  readonly failures: FailureCode[] = [];
  readonly refusals: FailureCode[] = [];
  readonly calls: string[] = [];
  /** When set, opening waits for it, as for a download. */
  download: Promise<void> | null = null;
  /** When set, reading waits for it. */
  stuck: Promise<void> | null = null;
  onProgress: ((progress: Progress) => void) | undefined;

  async open(options: Parameters<FaceReader['open']>[0] = {}): Promise<DeviceReport> {
    this.calls.push(`open ${options.backend}`);
    this.onProgress = options.onProgress;
    await this.download;
    options.signal?.throwIfAborted();
    const refusal = this.refusals.shift();
    if (refusal) throw new Failure(refusal);
    return sampleDevice();
  }

  async read(frame: VideoFrame | ImageBitmap, tMs: number): Promise<FrameReading | null> {
    await this.stuck;
    frame.close();
    const failure = this.failures.shift();
    if (failure) throw new Failure(failure);
    return this.reading?.face ? { face: { ...this.reading.face, tMs } } : this.reading && { ...this.reading, tMs };
  }

  async reset(): Promise<void> {
    this.calls.push('reset');
  }

  report(): Promise<DeviceReport> {
    return Promise.resolve(sampleDevice());
  }

  async close(): Promise<void> {
    this.calls.push('close');
  }
}

export class FakeVisibility implements Visibility {
  hidden = false;
  readonly listeners = new Set<(hidden: boolean) => void>();

  subscribe(listener: (hidden: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async set(hidden: boolean): Promise<void> {
    this.hidden = hidden;
    for (const listener of this.listeners) listener(hidden);
    await settle();
  }
}

class FakeWakeLock implements WakeLock {
  held = false;
  async acquire(): Promise<void> {
    this.held = true;
  }
  async release(): Promise<void> {
    this.held = false;
  }
}

/** A journal whose writes can be made to fail or to wait. */
export class MoodyJournal extends FakeJournal {
  readonly saveFailures: (FailureCode | null)[] = [];
  readonly draftFailures: FailureCode[] = [];
  readonly eraseFailures: FailureCode[] = [];
  draftsKept = 0;
  slow: Promise<void> | null = null;

  override async save(...args: Parameters<FakeJournal['save']>): Promise<void> {
    await this.slow;
    const failure = this.saveFailures.shift();
    if (failure) throw new Failure(failure);
    await super.save(...args);
  }

  override async dropDraft(entryId?: string): Promise<void> {
    const failure = this.eraseFailures.shift();
    if (failure) throw new Failure(failure);
    await super.dropDraft(entryId);
  }

  override async keepDraft(draft: Draft): Promise<void> {
    await this.slow;
    const failure = this.draftFailures.shift();
    if (failure) throw new Failure(failure);
    this.draftsKept++;
    await super.keepDraft(draft);
  }
}

export const CUE: Cue = { id: 'kitchen', valence: 'neutral', direction: 'past' };
export const TIMING = { baselineMs: 10_000, recallMs: 45_000, restMs: 5_000 };

export const memory = (change: Partial<Memory> = {}): Memory => ({
  title: 'First snow on the hill',
  cueId: 'kitchen',
  direction: 'past',
  when: 'childhood',
  specificity: 'specific',
  selfRelevance: 5,
  expectedValence: 'positive',
  vividness: null,
  ...change,
});

/** A session among fakes, with the ways through it that tests share. */
export class World {
  readonly time = new FakeTime();
  readonly camera = new FakeCamera(this.time);
  readonly reader = new FakeReader();
  readonly visibility = new FakeVisibility();
  readonly wakeLock = new FakeWakeLock();
  readonly journal = new MoodyJournal();
  readonly session: GuidedRecall;

  constructor(options: Partial<SessionOptions> = {}, draft: RecallDraft | null = null) {
    let ids = 0;
    const ports: SessionPorts = {
      camera: this.camera,
      reader: this.reader,
      visibility: this.visibility,
      wakeLock: this.wakeLock,
      journal: this.journal,
      clock: this.time,
      timers: this.time,
      newId: () => `id-${++ids}`,
      newRecorder: (entryId) => new TraceRecorder(entryId),
      newFramingGuide: () => new FramingGuide(),
      summarise: summariseFace,
    };
    const settings = { ...DEFAULT_SETTINGS, consentVersion: 1 };
    const all = { cue: CUE, settings, consentVersion: 1, timing: TIMING, appVersion: '0.1.0', ...options };
    this.session = new GuidedRecall(ports, all, draft);
  }

  get now() {
    return this.session.snapshot;
  }

  show(expression: Partial<Record<Expression, number>>): void {
    this.reader.reading = faceReading({ expression: scores(expression) });
  }

  /** Lets `ms` pass with ten pictures a second. */
  async watch(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      await this.time.pass(100);
      await this.camera.streams.at(-1)?.picture();
    }
  }

  /** prepare, camera on. */
  async prepared(): Promise<void> {
    this.session.openCamera();
    await settle();
    await this.watch(500);
  }

  async chosen(): Promise<void> {
    await this.prepared();
    this.session.ready();
    await this.watch(TIMING.baselineMs);
  }

  /** recall, camera on. */
  async recalling(): Promise<void> {
    await this.chosen();
    this.session.choose(memory());
    await settle();
  }

  async reporting(): Promise<void> {
    await this.recalling();
    await this.watch(TIMING.recallMs);
    await this.time.pass(TIMING.restMs);
  }

  async reviewing(): Promise<void> {
    await this.reporting();
    this.session.finishReport();
    await settle();
  }

  /** Nothing is left behind: no camera, no open frame, no timer, no listener, no lock. */
  get leftovers(): string[] {
    const open = this.camera.streams.flatMap((stream) => stream.images).filter((image) => !image.closed).length;
    return [
      this.camera.streams.some((stream) => !stream.stopped) && 'camera',
      open > 0 && `${open} frames`,
      this.time.waiting > 0 && 'timers',
      this.visibility.listeners.size > 0 && 'listeners',
      this.wakeLock.held && 'wake lock',
    ].filter((left): left is string => left !== false);
  }
}
