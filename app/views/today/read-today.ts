import { log } from '../../base/log';
import type { BulkWrite } from '../../domain/entry/bulk-write';
import type { Settings } from '../../domain/settings/settings';
import type { CheckInDraft, DraftOf, EntryOutline, RecallDraft, SessionDraft } from '../../journal/journal';
import { cueWordsReady } from '../../recall/cues/cue-words';
import type { CueOffer } from '../../services/cues';
import type { Services } from '../../services/types';
import { allFeelingWords } from '../report/all-feeling-words';
import type { pairWords } from './question-pair';

/** What there is for Today to show. */
export interface TodayData {
  /** The newest entries, newest first. */
  readonly last: readonly EntryOutline[];
  /** Null on a first visit, and where there is no question to ask. */
  readonly offer: CueOffer | null;
  /** What stands above two questions, where two are offered. */
  readonly pairWords: typeof pairWords | null;
  readonly draft: RecallDraft | null;
  readonly checkIn: CheckInDraft | null;
  /** Of these two, what the journal has not taken. */
  readonly unkept: readonly SessionDraft[];
  readonly settings: Settings;
  readonly interrupted: BulkWrite | null;
}

/** Enough entries to tell whether a backup is due. */
const LOOK_BACK = 24;

/** What was left a moment ago may still be on its way into its draft; what finds no room there is offered all the same. */
async function readDrafts(services: Services): Promise<Pick<TodayData, 'draft' | 'checkIn' | 'unkept'>> {
  const { journal } = services;
  const unkept = await services.drafts.unkept();
  const newest = async <K extends SessionDraft['kind']>(kind: K): Promise<DraftOf<K> | null> =>
    unkept.find((one): one is DraftOf<K> => one.kind === kind) ?? (await journal.draft(kind));
  return { draft: await newest('recall'), checkIn: await newest('check-in'), unkept };
}

/** Rejects with Failure where the journal can't be read. */
export async function readToday(services: Services): Promise<TodayData> {
  const { journal } = services;
  const [{ outlines }, drafts, settings, interrupted] = await Promise.all([
    journal.outlines(),
    readDrafts(services),
    journal.settings(),
    journal.interrupted(),
  ]);
  const last = outlines.slice(0, LOOK_BACK);
  const read = { last, ...drafts, settings, interrupted };
  const [offered] = await Promise.all([isFirst(read) ? NO_OFFER : readOffer(services), last[0] && rowReady()]);
  return { ...read, ...offered };
}

/** Has the row of the last entry there, which a first visit does not show. Never rejects: without its code there is no row. */
const rowReady = (): Promise<unknown> =>
  Promise.all([import('../history/entry-row'), allFeelingWords()]).catch((error: unknown) =>
    log.warn('the last entry is not shown', error),
  );

/** Nothing was kept or begun yet: the app says what it is, and asks nothing. */
export const isFirst = ({ last, draft, checkIn }: Pick<TodayData, 'last' | 'draft' | 'checkIn'>): boolean =>
  last.length === 0 && !draft && !checkIn;

type Offered = Pick<TodayData, 'offer' | 'pairWords'>;

const NO_OFFER: Offered = { offer: null, pairWords: null };

/** What is asked today, with its words there. Where it cannot be fetched, the person can still bring a memory of their own. */
async function readOffer(services: Services): Promise<Offered> {
  try {
    const [cues] = await Promise.all([services.cues(), cueWordsReady()]);
    const offer = await cues.today();
    return { offer, pairWords: offer?.beside ? (await import('./question-pair')).pairWords : null };
  } catch (error) {
    log.warn('no question is asked today', error);
    return NO_OFFER;
  }
}
