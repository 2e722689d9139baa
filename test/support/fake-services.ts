import type { Entry } from '../../app/domain/entry/entry';
import { DEFAULT_SETTINGS, type Settings } from '../../app/domain/settings/settings';
import type { Backups } from '../../app/journal/backup/backups';
import type { Copy } from '../../app/journal/backup/copies/copies';
import type { SessionDraft } from '../../app/journal/journal';
import { type CheckIns, open as openCheckIns } from '../../app/services/check-ins/check-ins';
import { type DayWords, open as openDayWords } from '../../app/services/check-ins/day-words';
import { type ConsentDesk, open as openConsents } from '../../app/services/consent/consents';
import type { Erasing, KeptHere } from '../../app/services/consent/erase-all';
import { type Cues, open as openCues } from '../../app/services/cues';
import { PageDrafts } from '../../app/services/drafts';
import { open as openExports } from '../../app/services/exports';
import type { Files } from '../../app/services/files';
import { open as openImports } from '../../app/services/imports';
import { open as openInsights } from '../../app/services/insights';
import type { Page } from '../../app/services/page';
import { open as openLearnt } from '../../app/services/person/learnt';
import type { Recalls } from '../../app/services/recalls';
import { type Outside, open as openReminders, type Reminders } from '../../app/services/reminders';
import { open as openReviews } from '../../app/services/reviews';
import type { Room, RoomWord } from '../../app/services/room';
import type { Samples } from '../../app/services/samples';
import type { EarlyPress, FileSink, Services } from '../../app/services/types';
import { open as openUndos, type Undos } from '../../app/services/undos';
import { LiveSessions } from '../../app/session/live-sessions';
import type { RecallSession } from '../../app/session/machine/snapshot';
import type { Shared, Shares } from '../../app/shell/shares';
import { smallPicture } from '../../app/shell/small-picture';
import type { Call } from './asked';
import { FakeDevice } from './fake-device';
import { FakeJournal } from './fake-journal';
import { FakeLock } from './fake-lock';
import { FakeShell } from './fake-shell';
import { NOW_MS, ZONE } from './sample-entries';

/**
 * Services without a browser behind them. What needs none is the real thing over the fake journal; the rest shows what the test
 * sets. What the views ask for is written down in `calls`. To have a capability fail or take its time, replace it.
 */
export class FakeServices implements Services {
  readonly journal: FakeJournal;
  readonly shell = new FakeShell();
  readonly lock = new FakeLock();
  readonly clock = { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE };
  readonly appVersion = '0.1.0';
  readonly calls: Call[] = [];
  readonly drafts: PageDrafts;
  readonly settings: { now: Settings };
  readonly #page: Page;

  /** @param kept the journal, or the entries of a new one */
  constructor(kept: FakeJournal | readonly Entry[] = [], settings: Partial<Settings> = {}) {
    this.journal = kept instanceof FakeJournal ? kept : new FakeJournal(kept, settings);
    const { journal, clock, appVersion } = this;
    const live = { recalls: new LiveSessions<RecallSession>(), checkIns: new LiveSessions() } as Page['live'];
    this.settings = { now: { ...DEFAULT_SETTINGS, persisted: true, ...settings } };
    // Nothing that opens a vault is the real thing here.
    this.#page = { journal, clock, appVersion, live, settings: this.settings, inSample: false, vault: null as never };
    this.drafts = new PageDrafts(this.#page);
    const { discard } = this.drafts;
    this.drafts.discard = (draft: SessionDraft) => {
      this.calls.push(['discard', draft.entryId]);
      return discard.call(this.drafts, draft);
    };
  }

  /** The recall that is shown, and that any recall that is begun turns out to be. */
  get session(): RecallSession | null {
    return this.#session;
  }
  set session(session: RecallSession | null) {
    this.#session = session;
    if (session) this.#page.live.recalls.show(session);
  }
  #session: RecallSession | null = null;

  recalls = async (): Promise<Recalls> => {
    const begun = (...call: Call): RecallSession => {
      this.calls.push(call);
      return this.#session as RecallSession;
    };
    return {
      underWay: this.#page.live.recalls.current,
      start: (cue) => begun('start', typeof cue === 'string' ? cue : (cue?.id ?? null)),
      again: ({ id }) => begun('again', id),
      continue: (draft) => begun('continue', draft.entryId),
    };
  };

  checkIns = async (): Promise<CheckIns> => {
    const { underWay, start } = openCheckIns(this.#page);
    return {
      underWay,
      start: (draft) => {
        this.calls.push(['startCheckIn', draft?.entryId ?? null]);
        return start(draft);
      },
    };
  };

  dayWords = async (): Promise<DayWords> => openDayWords(this.#page);

  cues = async (): Promise<Cues> => openCues(this.#page);

  consents = async (): Promise<ConsentDesk> => openConsents(this.#page);

  erasing = async (): Promise<Erasing> => {
    const { journal } = this;
    const count = (): KeptHere => ({
      entries: journal.entries.size,
      traces: journal.traces.size,
      drafts: journal.drafts.size,
      settings: 0,
      files: 0,
    });
    return {
      everything: async () => {
        const before = count();
        await journal.eraseAll();
        return { before, after: count() };
      },
    };
  };

  readonly #undos = openUndos();
  undos = async (): Promise<Undos> => this.#undos;

  readonly onDevice = new FakeDevice();
  device = async (): Promise<FakeDevice> => this.onDevice;

  /** What a test gives of backups beside none, and none needed. */
  backupsGiven: Partial<Backups> = {};
  backups = async (): Promise<Backups> => {
    const none = {
      delivered: async () => undefined,
      keepsCopies: true,
      needsPassphrase: async () => true,
      listCopies: async () => [],
    };
    return Object.assign(none, this.backupsGiven) as never;
  };

  copies: readonly Copy[] = [];
  copiesKept = async (): Promise<readonly Copy[]> => this.copies;

  /** What there is to say of the room on the phone. */
  roomWord: RoomWord | null = null;
  room = async (): Promise<Room> => {
    const services = this;
    return {
      get word() {
        return services.journal.changedOutside ? 'altered' : services.roomWord;
      },
      get outside() {
        return services.journal.changedOutside;
      },
      subscribe: (listener) => services.journal.subscribe(listener),
    };
  };

  /** Where a new file goes; null for a person who chooses nothing. */
  sink: FileSink | null = null;
  filesOpened: Blob[] = [];
  files = async (): Promise<Files> => ({
    newFile: async ({ name }) => {
      this.calls.push(['newFile', name]);
      return this.sink;
    },
    takeOpened: (take) => {
      for (const file of this.filesOpened.splice(0)) take(file);
      return () => undefined;
    },
  });

  /** What a test gives of the browser outside the page; notifications are refused without. */
  outside: Partial<Outside> = { mayNotify: () => false };
  #reminders: Reminders | null = null;
  reminders = async (): Promise<Reminders> => {
    this.#reminders ??= openReminders(this.#page, this.outside);
    return this.#reminders;
  };
  /** What another app shared, until it is taken. */
  shared: Shared | null = null;
  shares = async (): Promise<Shares> => ({
    take: async () => {
      const { shared } = this;
      this.shared = null;
      return shared;
    },
    small: smallPicture,
  });

  inSample = false;
  samples = async (): Promise<Samples> => ({
    enter: async (path) => void this.calls.push(['enterSample', path]),
    leave: async () => void this.calls.push(['leaveSample']),
  });

  imports = async () => openImports(this.#page);
  exports = async () => openExports(this.#page);
  reviews = async () => openReviews(this.#page);
  learnt = async () => openLearnt(this.#page);
  insights = async () => openInsights(this.#page);

  /** What was pressed in the first view and waits to be served. */
  earlyPress: EarlyPress | null = null;
  /** Presses a button of the first view: whoever serves presses hears of it. */
  pressEarly = (press: EarlyPress): void => {
    this.earlyPress = press;
  };

  onEarlyPress(serve: (press: EarlyPress) => void): () => void {
    const kept = this.earlyPress;
    this.earlyPress = null;
    this.pressEarly = serve;
    if (kept) serve(kept);
    return () => {
      this.pressEarly = () => undefined;
    };
  }
}
