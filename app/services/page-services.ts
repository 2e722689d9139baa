import { systemClock } from '../base/clock';
import { newId } from '../base/ids';
import { log } from '../base/log';
import { MINUTE_MS } from '../base/time';
import { FrontCamera } from '../capture/camera';
import { FramingGuide } from '../capture/framing';
import { PageVisibility } from '../capture/visibility';
import { ScreenWakeLock } from '../capture/wake-lock';
import { Failure } from '../domain/failure/failure';
import type { Cue } from '../domain/memory/memory';
import type { Settings } from '../domain/settings/settings';
import { TraceRecorder } from '../dynamics/recording/trace-recorder';
import { summariseFace } from '../dynamics/summary/summarise-face';
import type { Backups } from '../journal/backup/backups';
import type { Copy } from '../journal/backup/copies/copies';
import type { CheckInDraft, Draft, Journal, RecallDraft } from '../journal/journal';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { Vault } from '../journal/vault/vault';
import { CONSENT_VERSION } from '../recall/consent/consent';
import { cueById } from '../recall/cues/cue-deck';
import { timingFor } from '../recall/timing/timing';
import { CheckInSession } from '../session/check-in';
import { GuidedRecall } from '../session/guided-recall';
import { LiveSessions } from '../session/live-sessions';
import type { RecallSession, Step } from '../session/machine/snapshot';
import { systemTimers } from '../session/machine/timers';
import type { SessionPorts } from '../session/ports';
import { BrowserShell } from '../shell/browser-shell';
import { onEarlyPress } from '../shell/first-visit';
import type { OpenedFiles } from '../shell/opened-files';
import { askToKeep, storageReport } from '../shell/storage';
import { applyTheme } from '../shell/theme';
import { VisionClient } from '../vision/client';
import type { DeviceReport, Progress } from '../vision/protocol';
import type { EarlyPress, FileSink, NewFileOptions, Services, StorageReport } from './types';

declare const __APP_VERSION__: string;

/** How long models stay in memory after a session has ended, in milliseconds. */
const READER_IDLE_MS = MINUTE_MS;

/** How long after the first view the copies are seen to, in milliseconds. */
const COPIES_AFTER_MS = 10_000;

/** Steps in which a person sits still with closed eyes: nobody is idle in them. */
const TIMED: ReadonlySet<Step> = new Set(['baseline', 'recall', 'rest']);

/** The instances of this page, and the sessions that are under way. The vision worker starts when it is opened. */
export class PageServices implements Services {
  readonly shell = new BrowserShell();
  readonly clock = systemClock;
  readonly appVersion = __APP_VERSION__;
  readonly #reader = new VisionClient({ baseUrl: new URL('/', location.href).href });
  #device: DeviceReport | null = null;
  #closing: ReturnType<typeof setTimeout> | undefined;
  readonly #recalls = new LiveSessions<RecallSession>();
  readonly #checkIns = new LiveSessions<CheckInSession>();
  #backups: Promise<Backups> | undefined;
  #opened: Promise<OpenedFiles> | undefined;

  /** `settings` are those the page was opened with; later ones come by `journal.subscribe`. */
  constructor(
    readonly journal: Journal,
    readonly vault: Vault,
    readonly lock: JournalLock,
    private settings: Settings,
  ) {
    journal.subscribe(() => void this.#readSettings());
    lock.beforeLock = () => this.#settle();
    lock.onNewSecrets = () => void this.#forgetOutgoing();
  }

  /** The lock watches the time from here on; `hide` hides what is on the screen, or shows it again. */
  async startAutoLock(hide: (hidden: boolean) => void): Promise<void> {
    const { lock, clock } = this;
    const { AutoLock } = await import('../shell/auto-lock');
    new AutoLock({
      policy: () => (lock.state.protected ? lock.state.policy : null),
      busy: () => this.#recalls.underWay.some(({ snapshot: { step, paused } }) => TIMED.has(step) && !paused),
      cover: () => hide(true),
      uncover: () => hide(false),
      lock: () => lock.lockNow(),
      nowMs: () => clock.epochMs(),
    }).start();
  }

  get session(): RecallSession | null {
    return this.#recalls.current;
  }

  sessionOf(entryId: string): RecallSession | null {
    return this.#recalls.of(entryId);
  }

  startRecall(cue: Cue | null): RecallSession {
    this.session?.leave();
    return this.#begin(cue, null);
  }

  continueDraft(draft: RecallDraft): RecallSession {
    const live = this.sessionOf(draft.entryId);
    return live ? this.#recalls.show(live) : this.#begin(cueById(draft.memory.cueId), draft);
  }

  get checkIn(): CheckInSession | null {
    return this.#checkIns.current;
  }

  startCheckIn(draft: CheckInDraft | null): CheckInSession {
    // One that could not be kept when it was left is still here, with more in it than its draft.
    const live = draft && this.#checkIns.of(draft.entryId);
    if (live) return this.#checkIns.show(live);
    const { journal, clock, appVersion } = this;
    const onKept = () => void this.#keepForGood();
    const platform = { timers: systemTimers, visibility: new PageVisibility() };
    return this.#checkIns.show(new CheckInSession({ ...platform, journal, clock, appVersion, newId, onKept }, draft));
  }

  async discardDraft({ kind, entryId }: Draft): Promise<void> {
    // One that was left is still here: it would write its draft again before the journal is locked.
    if (kind === 'recall') await this.sessionOf(entryId)?.withdraw();
    else this.#checkIns.of(entryId)?.end();
    await this.journal.dropDraft(entryId);
  }

  async unkept(): Promise<readonly Draft[]> {
    const sessions = [...this.#recalls.underWay, ...this.#checkIns.underWay].reverse();
    const settled = await Promise.all(sessions.map((session) => session.settle()));
    return sessions.flatMap(({ soFar }, at) => (soFar && !settled[at] ? [soFar] : []));
  }

  device(): Promise<DeviceReport | null> {
    return this.#rememberDevice();
  }

  async testDevice(onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    // Anew, so that a backend chosen meanwhile is the one that is tested.
    if (this.#recalls.underWay.length === 0) await this.#reader.close();
    this.#device = await this.#reader.open({ onProgress, backend: this.settings.backend });
    this.#closeReaderLater();
    return this.#device;
  }

  storage(): Promise<StorageReport> {
    return storageReport();
  }

  async backups(): Promise<Backups> {
    this.#backups ??= (await import('../journal/backup/open-backups')).openBackups(this);
    return this.#backups;
  }

  async copiesKept(): Promise<readonly Copy[]> {
    try {
      const root = await navigator.storage.getDirectory();
      // Rejects where there is none: then nothing more is fetched.
      await root.getDirectoryHandle('copies');
      return await (await this.backups()).listCopies();
    } catch {
      return [];
    }
  }

  async newFile(options: NewFileOptions): Promise<FileSink | null> {
    return (await import('../shell/save-file')).newFileSink(options);
  }

  async takeOpenedFiles(take: (file: Blob) => void): Promise<() => void> {
    this.#opened ??= import('../shell/opened-files').then(({ OpenedFiles }) => new OpenedFiles());
    return (await this.#opened).subscribe(take);
  }

  onEarlyPress(serve: (press: EarlyPress) => void): () => void {
    return onEarlyPress(serve);
  }

  /** Copies are nothing to wait for: their code is fetched when the first view has long been there. */
  keepCopiesSoon(): void {
    setTimeout(async () => {
      try {
        await (await import('../journal/backup/open-backups')).keepCopies(this);
      } catch (error) {
        log.warn('no copies are kept in this visit', error);
      }
    }, COPIES_AFTER_MS);
  }

  #begin(cue: Cue | null, draft: RecallDraft | null): RecallSession {
    const { settings, appVersion } = this;
    const timing = timingFor(settings);
    const session = new GuidedRecall(
      this.#ports(),
      { cue, settings, timing, appVersion, consentVersion: CONSENT_VERSION },
      draft,
    );
    session.subscribe(({ step }) => {
      if (step === 'saved') void this.#keepForGood();
      if (session.ended) this.#closeReaderLater();
    });
    return this.#recalls.show(session);
  }

  #ports(): SessionPorts {
    const visibility = new PageVisibility();
    return {
      camera: new FrontCamera(),
      wakeLock: new ScreenWakeLock(visibility),
      visibility,
      reader: this.#reader,
      journal: this.journal,
      clock: this.clock,
      timers: systemTimers,
      newId,
      newRecorder: (entryId) => new TraceRecorder(entryId),
      newFramingGuide: () => new FramingGuide(),
      summarise: summariseFace,
    };
  }

  /** What is being told is in its draft before the key is dropped, or held in this tab; where it is neither, the journal stays open. */
  async #settle(): Promise<void> {
    const unkept = await this.unkept();
    if (unkept.some(({ entryId }) => !this.journal.isHeld(entryId))) throw new Failure('lock-waits');
  }

  /** A backup that was handed over opens with the secrets of before. */
  async #forgetOutgoing(): Promise<void> {
    try {
      await (await import('../shell/outgoing')).forgetOutgoing();
    } catch (error) {
      log.warn('a file that was handed over stays', error);
    }
  }

  /** Models and their buffers weigh on a phone; but whoever recalls twice in a row should not wait twice. */
  #closeReaderLater(): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => {
      if (this.#recalls.underWay.length > 0) return;
      void this.#rememberDevice().then(() => this.#reader.close());
    }, READER_IDLE_MS);
  }

  /** What the reader last said of itself outlives it, for Settings. */
  async #rememberDevice(): Promise<DeviceReport | null> {
    this.#device = await this.#reader.report().catch(() => this.#device);
    return this.#device;
  }

  async #readSettings(): Promise<void> {
    try {
      this.settings = await this.journal.settings();
      applyTheme(this.settings.theme);
      // The lock screen comes before the settings can be read.
      const { theme } = this.settings;
      if (theme !== this.vault.lockRecord.theme) await this.vault.changeLock({ theme });
    } catch (error) {
      log.warn('the settings could not be read again; those of before stay in force', error);
    }
  }

  /** Once something is worth keeping, the browser is asked to keep it; its answer is shown in Settings. */
  async #keepForGood(): Promise<void> {
    if (this.settings.persisted === true) return;
    const persisted = await askToKeep();
    if (persisted !== this.settings.persisted) await this.journal.changeSettings({ persisted }).catch(() => undefined);
  }
}
