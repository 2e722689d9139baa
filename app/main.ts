import { systemClock } from './base/clock';
import { newId } from './base/ids';
import { log } from './base/log';
import { FrontCamera } from './capture/camera';
import { FramingGuide } from './capture/framing';
import { PageVisibility } from './capture/visibility';
import { ScreenWakeLock } from './capture/wake-lock';
import { asFailure } from './domain/failure';
import type { Cue } from './domain/memory';
import type { Report } from './domain/report';
import type { Settings } from './domain/settings';
import { summariseFace } from './dynamics/summarise-face';
import { TraceRecorder } from './dynamics/trace-recorder';
import { openJournal } from './journal/indexed-db-journal';
import type { Draft, Journal } from './journal/journal';
import { CONSENT_VERSION } from './recall/consent';
import { timingFor } from './recall/timing';
import { checkIn } from './session/check-in';
import { GuidedRecall } from './session/guided-recall';
import type { SessionPorts } from './session/ports';
import type { RecallSession } from './session/snapshot';
import { systemTimers } from './session/timers';
import { BrowserShell } from './shell/browser-shell';
import { askToKeep, storageReport } from './shell/storage';
import { applyTheme } from './shell/theme';
import './views/app-shell';
import './views/journal-failure';
import type { Services, StorageReport } from './views/services';
import { VisionClient } from './vision/client';
import type { DeviceReport, Progress } from './vision/protocol';

declare const __APP_VERSION__: string;

/** The instances of this page, and the one recall session that may be under way. The vision worker starts when it is opened. */
class PageServices implements Services {
  readonly shell = new BrowserShell();
  readonly clock = systemClock;
  readonly appVersion = __APP_VERSION__;
  readonly #reader = new VisionClient({ baseUrl: new URL('/', location.href).href });
  #readerOpened = false;
  #session: RecallSession | null = null;

  /** `settings` are those the page was opened with; later ones come by `journal.subscribe`. */
  constructor(
    readonly journal: Journal,
    private settings: Settings,
  ) {
    journal.subscribe(() => void this.#readSettings());
  }

  get session(): RecallSession | null {
    return this.#session;
  }

  startRecall(cue: Cue | null): RecallSession {
    return this.#begin(cue, null);
  }

  continueDraft(draft: Draft): RecallSession {
    return this.#begin(null, draft);
  }

  async checkIn(report: Report, startedAtMs: number): Promise<string> {
    const { journal, clock, appVersion } = this;
    const id = await checkIn({ journal, clock, newId, appVersion }, report, startedAtMs);
    void this.#keepForGood();
    return id;
  }

  async device(): Promise<DeviceReport | null> {
    return this.#readerOpened ? this.#reader.report().catch(() => null) : null;
  }

  async testDevice(onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    // Anew, so that a backend chosen meanwhile is the one that is tested.
    if (!this.#session || hasEnded(this.#session)) await this.#reader.close();
    const report = await this.#reader.open({ onProgress, backend: this.settings.backend });
    this.#readerOpened = true;
    return report;
  }

  storage(): Promise<StorageReport> {
    return storageReport();
  }

  #begin(cue: Cue | null, draft: Draft | null): RecallSession {
    if (this.#session && !hasEnded(this.#session)) void this.#session.withdraw();
    const { settings, appVersion } = this;
    const timing = timingFor(settings);
    const session = new GuidedRecall(
      this.#ports(),
      { cue, settings, timing, appVersion, consentVersion: CONSENT_VERSION },
      draft,
    );
    session.subscribe(({ step, camera }) => {
      this.#readerOpened ||= camera === 'on';
      if (step === 'saved') void this.#keepForGood();
    });
    this.#session = session;
    return session;
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

  async #readSettings(): Promise<void> {
    try {
      this.settings = await this.journal.settings();
      applyTheme(this.settings.theme);
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

const hasEnded = ({ snapshot: { step } }: RecallSession): boolean => step === 'saved' || step === 'discarded';

/** Opens the journal and shows the app; where it cannot be opened, says so and shows nothing else. */
async function start(): Promise<void> {
  try {
    const journal = await openJournal();
    const settings = await journal.settings();
    applyTheme(settings.theme);
    const services = new PageServices(journal, settings);
    const app = Object.assign(document.createElement('rv-app'), { services });
    document.getElementById('skeleton')?.replaceWith(app);
    void services.shell.start();
  } catch (error) {
    const failure = asFailure(error, 'journal-unreadable');
    log.error('the app could not start', failure);
    const screen = Object.assign(document.createElement('rv-journal-failure'), { failure });
    document.getElementById('skeleton')?.replaceWith(screen);
  }
}

void start();
