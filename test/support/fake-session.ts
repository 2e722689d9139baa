import { withoutGaps } from '../../app/base/without-gaps';
import type { RecallMode } from '../../app/domain/entry/recall-mode';
import type { Cue, Memory } from '../../app/domain/memory/memory';
import { emptyReport, type Report } from '../../app/domain/report/report';
import type { RecallDraft } from '../../app/journal/journal';
import type { RecallSession, SessionSnapshot } from '../../app/session/machine/snapshot';
import { asked, type Call, Listeners } from './asked';

const noMemory = (): Memory => ({
  title: '',
  cueId: 'kitchen',
  direction: 'past',
  when: null,
  specificity: null,
  selfRelevance: null,
  expectedValence: null,
  vividness: null,
});

/** A snapshot at the first step, with `change` in it. */
export const snapshotWith = (change: Partial<SessionSnapshot> = {}): SessionSnapshot => ({
  step: 'consent',
  cue: { id: 'kitchen', valence: 'neutral', direction: 'past' },
  camera: 'asking',
  failure: null,
  progress: null,
  media: null,
  reading: null,
  framing: null,
  elapsedMs: 0,
  durationMs: 0,
  paused: false,
  stopping: false,
  mode: 'silent',
  hidesTime: false,
  looksUnlike: false,
  memory: noMemory(),
  report: emptyReport(),
  page: null,
  face: null,
  trace: null,
  keepsReadings: true,
  saving: false,
  entryId: null,
  ...change,
});

/** A session that goes nowhere by itself: it writes down what the views ask for, and shows what the test sets. */
export class FakeSession implements RecallSession {
  readonly calls: Call[] = [];
  snapshot: SessionSnapshot;
  readonly entryId = 'fake-1';
  readonly #listeners = new Listeners<[SessionSnapshot]>();
  readonly subscribe = this.#listeners.subscribe;

  constructor(change: Partial<SessionSnapshot> = {}) {
    this.snapshot = snapshotWith(change);
  }

  /** As in the real one; only whether there is something is told. */
  get soFar(): RecallDraft | null {
    const { step, memory } = this.snapshot;
    const told = step === 'report' || step === 'review';
    const named = memory.title !== '' && ['choose', 'recall', 'rest'].includes(step);
    return told || named ? ({ kind: 'recall', memory } as RecallDraft) : null;
  }

  get ended(): boolean {
    return ['saved', 'discarded'].includes(this.snapshot.step);
  }

  /** Replaces parts of the snapshot and tells whoever listens. */
  show(change: Partial<SessionSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.#listeners.tell(this.snapshot);
  }

  /** How many views listen. */
  get listeners(): number {
    return this.#listeners.count;
  }

  agree = asked(this.calls, 'agree');
  respect = asked(this.calls, 'respect');
  openCamera = asked(this.calls, 'openCamera');
  continueWithoutCamera = asked(this.calls, 'continueWithoutCamera');
  ready = asked(this.calls, 'ready');
  choose = asked(this.calls, 'choose');

  /** Asks it, as the real one does, because the question is on the screen. */
  ask(cue: Cue | null): void {
    this.calls.push(['ask', cue?.id ?? null]);
    const { ownCue: _, ...memory } = this.snapshot.memory;
    this.show({ cue, memory: { ...memory, cueId: cue?.id ?? null, direction: cue?.direction ?? 'past' } });
  }

  finishStep = asked(this.calls, 'finishStep');
  finishReport = asked(this.calls, 'finishReport');
  back = asked(this.calls, 'back');

  async settle(): Promise<boolean> {
    this.calls.push(['settle']);
    return true;
  }

  /** As the real one does, because these are shown. */
  relive(mode: RecallMode): void {
    this.calls.push(['relive', mode]);
    this.show({ mode });
  }

  hideTime(hidesTime: boolean): void {
    this.calls.push(['hideTime', hidesTime]);
    this.show({ hidesTime });
  }

  stop(): void {
    this.calls.push(['stop']);
    this.show({ paused: true, stopping: true, failure: null });
  }

  rateAlone = asked(this.calls, 'rateAlone');

  /** Stands still, as the real one does, because the recall shows another screen then. */
  pause(): void {
    this.calls.push(['pause']);
    this.show({ paused: true });
  }

  resume(): void {
    this.calls.push(['resume']);
    this.show({ paused: false, stopping: false, failure: null });
  }

  /** Keeps the draft, as the real one does, because the report shows what is in the snapshot. */
  draft(change: { report?: Partial<Report>; memory?: Partial<Memory>; page?: string }): void {
    this.calls.push(['draft', change]);
    const { report, memory, page } = this.snapshot;
    this.show({
      report: withoutGaps({ ...report, ...change.report }),
      memory: withoutGaps({ ...memory, ...change.memory }),
      page: change.page ?? page,
    });
  }

  async keep(options: { trace: boolean; faceDisputed: boolean }): Promise<void> {
    this.calls.push(['keep', options]);
  }

  leave(): void {
    this.calls.push(['leave']);
    this.show({ step: 'discarded' });
  }

  async withdraw(): Promise<void> {
    this.calls.push(['withdraw']);
    this.show({ step: 'discarded' });
  }
}
