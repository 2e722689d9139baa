import type { SampleWords } from '../domain/entry/sample-words';
import { momentAt } from '../domain/moment/moment';
import { withTraces } from '../insights/sample/relived';
import { twoYears } from '../insights/sample/two-years';
import type { Journal } from '../journal/journal';
import { openJournal } from '../journal/open-journal';
import { eraseStore } from '../journal/rescue/store-state';
import { tellReplaced } from '../journal/store/broadcast';
import { SAMPLE_NAME } from '../journal/store/database-name';
import { storeMark } from '../journal/store/store-mark';
import { CUE_DECK } from '../recall/cues/cue-deck';
import { beginVisit, endVisit } from '../shell/sample-visit';
import type { Page } from './page';

/*
 * [Note: The sample journal]
 *
 * A made-up journal of two years that a person may look around in, on every screen. It is kept like a real one, in a database of its own
 * name, with a key of its own; what is saved while one is in it goes into it.
 *
 * Which journal a tab shows is decided once, when the page loads: a note in `sessionStorage` says that it is the sample, and the page
 * then opens that database instead of the other. So no page ever has both, a locked journal stays locked meanwhile, and a new tab or a
 * new start of the app shows one's own. A page of the sample keeps no copies and no reserve, and has no lock, import, restore or "Delete
 * everything": those lie outside the database, where there is one of each for both (`views/shell/routes.ts`).
 *
 * Each page of the sample holds a shared Web Lock. Leaving erases the database and what is named after it, and loads the page again.
 * If the tab is closed instead, the next start finds nobody holding the lock, and erases it then.
 */
export interface Samples {
  /** Makes the sample where there is none yet, and loads the page again, at `path` of it. Rejects with Failure if there is no room. */
  enter(path: string, words: SampleWords): Promise<void>;
  /** Erases the sample, and loads the page again with one's own journal. Never rejects: what could not be erased is at the next start. */
  leave(): Promise<void>;
}

/** How many entries are saved at a time. */
const AT_ONCE = 200;

export interface SamplePorts {
  readonly name?: string;
  readonly goTo?: (path: string) => void;
}

export function open(page: Pick<Page, 'clock' | 'appVersion' | 'journal'>, ports: SamplePorts = {}): Samples {
  const { name = SAMPLE_NAME, goTo = (path) => location.assign(path) } = ports;
  return {
    async enter(path, words) {
      // Another tab may be in it, or be making it: then this one comes along.
      await alone(name, async () => {
        await eraseSample(name);
        await makeSample(page, name, words);
      });
      beginVisit();
      goTo(path);
    },
    async leave() {
      page.journal.close();
      endVisit();
      await eraseSample(name).catch(() => undefined);
      goTo('/');
    },
  };
}

/** Makes the sample journal. If that fails, nothing of it is left. */
async function makeSample(
  { clock, appVersion }: Pick<Page, 'clock' | 'appVersion'>,
  name: string,
  words: SampleWords,
): Promise<void> {
  const nowMs = clock.epochMs();
  const now = momentAt(nowMs, clock.zone());
  const kept = withTraces(twoYears({ now, cues: CUE_DECK, words, appVersion }));
  let journal: Journal | null = null;
  try {
    journal = await openJournal({ name, mark: storeMark(name) });
    for (let at = 0; at < kept.length; at += AT_ONCE) await journal.saveAll(kept.slice(at, at + AT_ONCE));
    // Nobody is asked to install the app, to keep a backup or to keep the storage for its sake.
    await journal.changeSettings({ persisted: true, installCardDismissed: true, lastBackupAtMs: nowMs });
    journal.close();
  } catch (error) {
    journal?.close();
    await eraseSample(name).catch(() => undefined);
    throw error;
  }
}

/** Erases the sample, wherever it is open: other tabs of it load again, and show the person's own journal. */
export async function eraseSample(name = SAMPLE_NAME): Promise<void> {
  // First, because a tab that loads again meanwhile must not open it.
  storeMark(name).clear();
  tellReplaced(name);
  await eraseStore(name);
}

/** Erases a sample whose tab was closed. */
export const eraseLeftSample = (name = SAMPLE_NAME): Promise<void> => alone(name, () => eraseSample(name));

/** Says, as long as the page lives, that it shows the sample. */
export const holdVisit = (name = SAMPLE_NAME): void =>
  void navigator.locks?.request(visitLock(name), { mode: 'shared' }, () => new Promise(() => undefined));

/** Held by each page that shows the sample, and alone by one that makes or erases it. */
const visitLock = (name: string): string => `${name}-visit`;

/** Runs `work` if no page shows the sample. */
const alone = async (name: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks
    ? navigator.locks.request(visitLock(name), { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work();
