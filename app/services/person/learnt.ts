import { oneOfEach } from '../../domain/entry/entry-versions';
import type { RecallMode } from '../../domain/entry/recall-mode';
import { FACE_BASELINES } from '../../domain/face/face-baseline';
import { faceReader } from '../../domain/face/face-reader';
import type { FaceSummary } from '../../domain/face/face-summary';
import { FEWEST_RECALLS, FEWEST_RESTS } from '../../domain/face/learnt';
import type { Misread } from '../../domain/face/misread';
import { type CalibratedValence, type Calibration, calibrate, type RatedFace } from '../../dynamics/person/calibration';
import { shownFace } from '../../dynamics/person/shown-face';
import { restOfTrace } from '../../dynamics/recording/measured-trace';
import type { EntryOutline } from '../../journal/journal';
import { isKnown } from '../../statistics/needs';
import { baselineOf, seldomReadOf } from '../../variables/read-seldom';
import { faceBaselineAt } from '../../variables/seldom-read';
import type { Page } from '../page';
import { lastTraces } from './last-traces';

/** The face of a recall, with what tells which others it may be read with. */
export interface FaceToRead {
  readonly summary: FaceSummary;
  readonly misread: readonly Misread[];
  readonly mode: RecallMode | undefined;
  /** When the recall began. */
  readonly startedMs: number;
}

/** What the ratings of earlier recalls make of a face. */
export interface LearntReading extends CalibratedValence {
  /** How many recalls taught it. */
  readonly recalls: number;
}

/** What has been learnt of the person so far. */
export interface LearntFigures {
  /** The person lets it be used. */
  readonly uses: boolean;
  /** Only recalls kept from then on count, because all before was forgotten; null if nothing ever was. */
  readonly sinceMs: number | null;
  /** Recalls with a rating and a face, read as the last one was. */
  readonly recalls: number;
  readonly needs: number;
  /** In how many of the last recalls the face at rest is known; of those kept with their curve, `MOST_RESTS` at most. */
  readonly rests: number;
  readonly restsNeeded: number;
  /** Null while there are fewer than `needs`. */
  readonly learnt: Pick<Calibration, 'errors' | 'probability' | 'isBetter'> | null;
}

/**
 * What the person's own ratings teach about their face, and how it looks at rest. Nothing of it is stored: it is reckoned from the
 * entries, whenever it is shown. All of it rejects with Failure `journal-*`. See: [Note: Personal calibration], [Note: Their own
 * neutral]
 */
export interface Learnt {
  /** What the ratings of the recalls before this one make of its face; null where they aren't to be used, or are no better. */
  readingOf(face: FaceToRead): Promise<LearntReading | null>;
  figures(): Promise<LearntFigures>;
  use(uses: boolean): Promise<void>;
  /** Begins again: what was kept up to now teaches nothing any more. */
  forget(): Promise<void>;
}

/** Faces of one kind alone are read with each other: one reader, and one kind of baseline. */
interface FaceKind {
  readonly reader: string | null;
  readonly baseline: ReturnType<typeof baselineOf>;
}

type OfJournal = Pick<Page, 'journal' | 'clock'>;

export const open = (page: OfJournal): Learnt => new JournalLearnt(page);

class JournalLearnt implements Learnt {
  readonly #page: OfJournal;

  constructor(page: OfJournal) {
    this.#page = page;
  }

  async readingOf({ summary, misread, mode, startedMs }: FaceToRead): Promise<LearntReading | null> {
    const { journal } = this.#page;
    const { usesLearnt, learntSinceMs } = await journal.settings();
    if (!usesLearnt) return null;
    const { outlines } = await journal.outlines();
    const baseline = FACE_BASELINES[faceBaselineAt(summary, mode === undefined ? {} : { mode })] ?? null;
    const earlier = taught(outlines, learntSinceMs).filter(({ startedAt }) => startedAt.epochMs < startedMs);
    const calibration = calibrate(ratedFaces(earlier, { reader: faceReader(summary), baseline }));
    if (!isKnown(calibration) || !calibration.isBetter) return null;
    return { ...calibration.read(shownFace(summary, misread)), recalls: calibration.recalls };
  }

  async figures(): Promise<LearntFigures> {
    const { journal } = this.#page;
    const [{ usesLearnt: uses, learntSinceMs: sinceMs }, { outlines }, traces] = await Promise.all([
      journal.settings(),
      journal.outlines(),
      lastTraces(this.#page),
    ]);
    const counted = taught(outlines, sinceMs);
    const newest = counted[0];
    const rated = newest ? ratedFaces(counted, kindOf(newest)) : [];
    const calibration = calibrate(rated);
    const known = isKnown(calibration);
    return {
      uses,
      sinceMs,
      recalls: known ? calibration.recalls : rated.length,
      needs: FEWEST_RECALLS,
      rests: traces.filter((trace) => restOfTrace(trace) !== null).length,
      restsNeeded: FEWEST_RESTS,
      learnt: known ? calibration : null,
    };
  }

  async use(uses: boolean): Promise<void> {
    await this.#page.journal.changeSettings({ usesLearnt: uses });
  }

  async forget(): Promise<void> {
    await this.#page.journal.changeSettings({ learntSinceMs: this.#page.clock.epochMs() });
  }
}

const kindOf = ({ faceReader: reader, seldomRead }: EntryOutline): FaceKind => ({
  reader,
  baseline: baselineOf(seldomRead),
});

/** The recalls that may teach something, newest first: rated, with a face that nobody set aside, and kept since the last forgetting. */
const taught = (outlines: readonly EntryOutline[], sinceMs: number | null): readonly EntryOutline[] =>
  oneOfEach(outlines).filter(
    ({ valence, facialValence, faceReader: reader, faceDisputed, savedAtMs }) =>
      valence !== null &&
      facialValence !== null &&
      reader !== null &&
      !faceDisputed &&
      savedAtMs > (sinceMs ?? -Infinity),
  );

/** Those of one kind, oldest first. */
function ratedFaces(newestFirst: readonly EntryOutline[], { reader, baseline }: FaceKind): readonly RatedFace[] {
  const alike = newestFirst.filter((outline) => {
    const kind = kindOf(outline);
    return kind.reader === reader && kind.baseline === baseline;
  });
  return alike
    .flatMap(({ valence, facialValence, seldomRead }): RatedFace[] => {
      const { expression, units } = seldomReadOf(seldomRead);
      if (valence === null || facialValence === null || expression === null) return [];
      return [{ face: { facialValence, expression, units }, valence }];
    })
    .reverse();
}
