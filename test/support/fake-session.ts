import type { Memory } from '../../app/domain/memory/memory';
import { emptyReport, type Report } from '../../app/domain/report/report';
import type { RecallDraft } from '../../app/journal/journal';
import type { RecallSession, SessionSnapshot } from '../../app/session/machine/snapshot';

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
  memory: noMemory(),
  report: emptyReport(),
  face: null,
  trace: null,
  saving: false,
  entryId: null,
  ...change,
});

/** A session that goes nowhere by itself: it writes down what the views ask for, and shows what the test sets. */
export class FakeSession implements RecallSession {
  readonly calls: (readonly [name: string, ...details: unknown[]])[] = [];
  snapshot: SessionSnapshot;
  readonly entryId = 'fake-1';
  readonly soFar: RecallDraft | null = null;
  readonly #listeners = new Set<(snapshot: SessionSnapshot) => void>();

  constructor(change: Partial<SessionSnapshot> = {}) {
    this.snapshot = snapshotWith(change);
  }

  get ended(): boolean {
    return ['saved', 'discarded'].includes(this.snapshot.step);
  }

  /** Replaces parts of the snapshot and tells whoever listens. */
  show(change: Partial<SessionSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.#listeners) listener(this.snapshot);
  }

  /** How many views listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async settle(): Promise<boolean> {
    this.calls.push(['settle']);
    return true;
  }

  agree(): void {
    this.calls.push(['agree']);
  }

  openCamera(): void {
    this.calls.push(['openCamera']);
  }

  continueWithoutCamera(): void {
    this.calls.push(['continueWithoutCamera']);
  }

  ready(): void {
    this.calls.push(['ready']);
  }

  choose(memory: Memory): void {
    this.calls.push(['choose', memory]);
  }

  finishStep(): void {
    this.calls.push(['finishStep']);
  }

  /** Stands still, as the real one does, because the recall shows another screen then. */
  pause(): void {
    this.calls.push(['pause']);
    this.show({ paused: true });
  }

  resume(): void {
    this.calls.push(['resume']);
    this.show({ paused: false, failure: null });
  }

  /** Keeps the draft, as the real one does, because the report shows what is in the snapshot. */
  draft(change: { report?: Partial<Report>; memory?: Partial<Memory> }): void {
    this.calls.push(['draft', change]);
    this.show({
      report: { ...this.snapshot.report, ...change.report },
      memory: { ...this.snapshot.memory, ...change.memory },
    });
  }

  finishReport(): void {
    this.calls.push(['finishReport']);
  }

  back(): void {
    this.calls.push(['back']);
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
