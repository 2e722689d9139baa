import { FramingGuide } from '../../../app/capture/framing';
import type { Expression } from '../../../app/domain/face/expression';
import type { Cue, Memory } from '../../../app/domain/memory/memory';
import { DEFAULT_SETTINGS } from '../../../app/domain/settings/settings';
import { readRecording } from '../../../app/dynamics/read-recording';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import type { Journal, RecallDraft } from '../../../app/journal/journal';
import { GuidedRecall } from '../../../app/session/guided-recall';
import type { SessionOptions, SessionPorts } from '../../../app/session/ports';
import { faceReading, scores } from '../../dynamics/summary/readings';
import { said } from '../../services/support/agreed';
import { FakeCamera } from './fake-camera';
import { FakeReader } from './fake-reader';
import { FakeBell, FakeVisibility, FakeWakeLock } from './fake-screen';
import { FakeTime, settle } from './fake-time';
import { MoodyJournal } from './moody-journal';

export const CUE: Cue = { id: 'kitchen', valence: 'neutral', direction: 'past' };
export const TIMING = {
  baselineMs: 10_000,
  knownBaselineMs: 5_000,
  talkingMs: 10_000,
  recallMs: 45_000,
  restMs: 5_000,
};

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
  readonly bell = new FakeBell();
  readonly journal = new MoodyJournal();
  /** What is known of the face at rest, and whether it looks different today. */
  readonly knownRest = { isKnown: false, unlike: false, looksUnlike: () => this.knownRest.unlike };
  readonly session: GuidedRecall;

  /** `journal`: another than the one that tests look into. */
  constructor(options: Partial<SessionOptions> = {}, draft: RecallDraft | null = null, journal?: Journal) {
    let ids = 0;
    const ports: SessionPorts = {
      camera: this.camera,
      reader: this.reader,
      visibility: this.visibility,
      wakeLock: this.wakeLock,
      bell: this.bell,
      journal: journal ?? this.journal,
      clock: this.time,
      timers: this.time,
      newId: () => `id-${++ids}`,
      newRecorder: (entryId) => new TraceRecorder(entryId),
      newFramingGuide: () => new FramingGuide(),
      readRecording,
      knownRest: this.knownRest,
    };
    const settings = { ...DEFAULT_SETTINGS, consents: said({ face: true, readings: true }, 1) };
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
