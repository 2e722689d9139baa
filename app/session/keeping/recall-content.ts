import { withoutGaps } from '../../base/without-gaps';
import type { RecallMode } from '../../domain/entry/recall-mode';
import type { OwnCue } from '../../domain/memory/cue-choices';
import type { AskedByOneself, Cue, Memory } from '../../domain/memory/memory';
import type { Moment } from '../../domain/moment/moment';
import { emptyReport, type Report } from '../../domain/report/report';
import type { RecallDraft } from '../../journal/journal';
import { type FaceResult, NO_FACE, withoutReadings } from '../face/face-recording';
import type { SessionOptions } from '../ports';

/** What one recall has come to so far: the memory, the report and what the face showed. Drafts, and with them the entry, are made of it. */
export class RecallContent {
  #memory: Memory;
  #report: Report;
  #result: FaceResult | null;
  /** See `RecallEntry.againOf`. */
  readonly againOf: string | null;
  #page: string | null;

  /** `draft`: of a session that was cut off, and is gone on with. */
  constructor(
    readonly entryId: string,
    readonly startedAt: Moment,
    { cue, again = null }: Pick<SessionOptions, 'cue' | 'again'>,
    draft: RecallDraft | null,
  ) {
    this.#memory = draft?.memory ?? again?.memory ?? blankMemory(cue);
    this.againOf = draft ? (draft.againOf ?? null) : (again?.firstId ?? null);
    this.#report = draft?.report ?? emptyReport();
    this.#result = draft?.relived ? { face: draft.face, trace: draft.trace } : null;
    this.#page = draft?.page ?? null;
  }

  get memory(): Memory {
    return this.#memory;
  }

  get report(): Report {
    return this.#report;
  }

  /** Null until the recall was relived to its end. */
  get result(): FaceResult | null {
    return this.#result;
  }

  /** The page of *choose* or *report* that the person is on; null for the first. */
  get page(): string | null {
    return this.#page;
  }

  /** What is undefined is taken back. */
  say({ report, memory }: { readonly report?: Partial<Report>; readonly memory?: Partial<Memory> }): void {
    this.#report = withoutGaps({ ...this.#report, ...report });
    this.#memory = withoutGaps({ ...this.#memory, ...memory });
  }

  turnTo(page: string | null): void {
    this.#page = page;
  }

  /** Another question is asked. When it was is open again if that points the other way. */
  ask(cue: Cue | null): void {
    const asked = askedBy(cue);
    const { ownCue: _, ...memory } = this.#memory;
    const { date: _date, lifePeriod: _period, whenUnsure: _unsure, timeAhead: _ahead, ...undated } = memory;
    this.#memory =
      asked.direction === memory.direction ? { ...memory, ...asked } : { ...undated, ...asked, when: null };
  }

  /** The recall was relived to its end, and this is what the face showed. */
  relive(result: FaceResult): void {
    this.#result = result;
  }

  /** The person took back what was read of their face. */
  unread(): void {
    if (this.#result) this.#result = withoutReadings(this.#result);
  }

  /** The person took it all back. */
  forget(): void {
    this.#memory = blankMemory(null);
    this.#report = emptyReport();
    this.#result = null;
    this.#page = null;
  }

  /**
   * `soFar`: the face of a recall that is over but not yet settled; null while there is no whole recall. `keeps`: whether what was
   * read may be kept.
   */
  draft(
    soFar: FaceResult | null,
    { stepDurationsMs, mode }: { stepDurationsMs: RecallDraft['stepDurationsMs']; mode: RecallMode },
    keeps: boolean,
  ): RecallDraft {
    const result = this.#result ?? soFar;
    return {
      version: 1,
      kind: 'recall',
      relived: result !== null,
      entryId: this.entryId,
      startedAt: this.startedAt,
      memory: this.#memory,
      report: this.#report,
      ...(this.#page === null ? {} : { page: this.#page }),
      ...(result ? (keeps ? result : withoutReadings(result)) : NO_FACE),
      stepDurationsMs,
      mode,
      ...(this.againOf !== null && { againOf: this.againOf }),
    };
  }
}

/** A memory that says nothing yet beyond what its cue gives. */
const blankMemory = (cue: Cue | null): Memory => ({
  title: '',
  ...askedBy(cue),
  when: null,
  specificity: null,
  selfRelevance: null,
  expectedValence: null,
  vividness: null,
});

/** What a memory holds of its question: of one that the person wrote also its words, for they may change it later. */
function askedBy(cue: (Cue & Partial<OwnCue & AskedByOneself>) | null): Pick<Memory, 'cueId' | 'direction' | 'ownCue'> {
  const { id: cueId = null, direction = 'past', question, valence, picture } = cue ?? {};
  if (!question || !valence) return { cueId, direction };
  return { cueId, direction, ownCue: { question, valence, ...(picture ? { picture } : {}) } };
}
