import type { Entry } from '../../app/domain/entry/entry';
import type { Cue } from '../../app/domain/memory/memory';
import type { Settings } from '../../app/domain/settings/settings';
import type { Backups } from '../../app/journal/backup/backups';
import type { Copy } from '../../app/journal/backup/copies/copies';
import type { CheckInDraft, Draft, RecallDraft } from '../../app/journal/journal';
import type {
  EarlyPress,
  FileSink,
  LockControl,
  NewFileOptions,
  Services,
  Shell,
  ShellState,
  StorageReport,
} from '../../app/services/types';
import { CheckInSession } from '../../app/session/check-in';
import type { RecallSession } from '../../app/session/machine/snapshot';
import type { DeviceReport, Progress } from '../../app/vision/protocol';
import { FakeJournal } from './fake-journal';
import { NOW_MS, ZONE } from './sample-entries';

/** What the browser offers, set by the test with `change`. */
export class FakeShell implements Shell {
  state: ShellState = {
    offlineReady: true,
    updateReady: false,
    installable: false,
    manualInstall: false,
    online: true,
  };
  readonly calls: string[] = [];
  readonly #listeners = new Set<(state: ShellState) => void>();

  change(change: Partial<ShellState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }

  subscribe(listener: (state: ShellState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async applyUpdate(): Promise<void> {
    this.calls.push('update');
  }

  async install(): Promise<boolean> {
    this.calls.push('install');
    return true;
  }
}

export const sampleDevice = (change: Partial<DeviceReport> = {}): DeviceReport => ({
  backend: 'wasm',
  build: 'wasm',
  threads: 2,
  adapter: '',
  selfTests: [
    { backend: 'webgpu', passed: false, maxDifference: 0.041, tolerance: 0.02, reason: 'expression differs' },
    { backend: 'wasm', passed: true, maxDifference: 0.0004, tolerance: 0.02, reason: '' },
  ],
  models: { detector: 'blazeface-front 1', landmarks: 'facemesh 1', iris: 'iris 1', expression: 'emotion 1' },
  medianStageMs: { upload: 1.1, detect: 4.2, landmarks: 9.8, iris: 3.1, classify: 6.4, total: 21.7 },
  framesRead: 512,
  framesDropped: 3,
  openFrames: 0,
  gpuBuffers: 0,
  deviceLosses: 0,
  ...change,
});

/** A lock without a vault: it shows what the test sets, and writes down what it is asked. */
export class FakeLock implements LockControl {
  state: LockControl['state'] = {
    protected: false,
    passkeys: [],
    policy: { idleMs: 300_000, hiddenMs: 60_000, onReload: true },
  };
  readonly calls: (readonly [name: string, ...details: unknown[]])[] = [];
  /** When set, every change rejects with it. */
  failure: Error | null = null;
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  newRecoveryCode = async (): Promise<string> => '7K2M-AAAA-BBBB-CCCC-DDDD-EEEE-FFFF';
  passkeysMayWork = async (): Promise<boolean> => true;
  lockNow = (): Promise<void> => this.#asked('lockNow');
  setUp = (...details: unknown[]): Promise<void> => this.#asked('setUp', ...details);
  changePassphrase = (...details: unknown[]): Promise<void> => this.#asked('changePassphrase', ...details);
  changeRecoveryCode = (...details: unknown[]): Promise<void> => this.#asked('changeRecoveryCode', ...details);
  remove = (...details: unknown[]): Promise<void> => this.#asked('remove', ...details);
  addPasskey = (...details: unknown[]): Promise<void> => this.#asked('addPasskey', ...details);
  removePasskey = (...details: unknown[]): Promise<void> => this.#asked('removePasskey', ...details);

  async changePolicy(change: Partial<LockControl['state']['policy']>): Promise<void> {
    await this.#asked('changePolicy', change);
    this.state = { ...this.state, policy: { ...this.state.policy, ...change } };
    for (const listener of this.#listeners) listener();
  }

  async #asked(name: string, ...details: unknown[]): Promise<void> {
    this.calls.push([name, ...details]);
    if (this.failure) throw this.failure;
  }
}

/** Services without a browser behind them. What the views ask for is written down in `calls`. */
export class FakeServices implements Services {
  readonly journal: FakeJournal;
  readonly shell = new FakeShell();
  readonly lock = new FakeLock();
  readonly clock = { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE };
  readonly appVersion = '0.1.0';
  session: RecallSession | null = null;
  readonly calls: (readonly [name: string, ...details: unknown[]])[] = [];
  deviceReport: DeviceReport | null = null;
  storageReport: StorageReport = { persisted: true, usedBytes: 18_400_000, quotaBytes: 64e9 };
  /** What `testDevice` does; the default reports two steps and succeeds. */
  testing = async (onProgress: (progress: Progress) => void): Promise<DeviceReport> => {
    onProgress({ loadedBytes: 4_200_000, totalBytes: 11_300_000, step: 'landmarks' });
    return sampleDevice();
  };

  constructor(entries: readonly Entry[] = [], settings: Partial<Settings> = {}) {
    this.journal = new FakeJournal(entries, settings);
  }

  sessionOf(entryId: string): RecallSession | null {
    const { session } = this;
    return session && !session.ended && session.entryId === entryId ? session : null;
  }

  startRecall(cue: Cue | null): RecallSession {
    this.calls.push(['startRecall', cue?.id ?? null]);
    return this.session as RecallSession;
  }

  continueDraft(draft: RecallDraft): RecallSession {
    this.calls.push(['continueDraft', draft.entryId]);
    return this.session as RecallSession;
  }

  checkIn: CheckInSession | null = null;

  /** A real one: it needs no browser. */
  startCheckIn(draft: CheckInDraft | null): CheckInSession {
    this.calls.push(['startCheckIn', draft?.entryId ?? null]);
    const { journal, clock, appVersion } = this;
    const visibility = { hidden: false, subscribe: () => () => undefined };
    const timers = { set: () => 0, clear: () => undefined };
    const onKept = () => undefined;
    const ports = { journal, clock, appVersion, visibility, timers, onKept, newId: () => 'check-in-1' };
    this.checkIn = new CheckInSession(ports, draft);
    return this.checkIn;
  }

  async discardDraft({ entryId }: Draft): Promise<void> {
    this.calls.push(['discardDraft', entryId]);
    await this.journal.dropDraft(entryId);
  }

  async unkept(): Promise<readonly Draft[]> {
    const sessions = [this.session, this.checkIn].filter((session) => session !== null && !session.ended);
    const settled = await Promise.all(sessions.map((session) => session!.settle()));
    return sessions.flatMap((session, at) => (session?.soFar && !settled[at] ? [session.soFar] : []));
  }

  async device(): Promise<DeviceReport | null> {
    return this.deviceReport;
  }

  async testDevice(onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    this.deviceReport = await this.testing(onProgress);
    return this.deviceReport;
  }

  async storage(): Promise<StorageReport> {
    return this.storageReport;
  }

  /** What the views see of backups: none, and none needed. A test that wants more gives its own. */
  backupsGiven: Partial<Backups> = {};
  sink: FileSink | null = null;
  filesOpened: Blob[] = [];

  async backups(): Promise<Backups> {
    const none = {
      delivered: async () => undefined,
      keepsCopies: true,
      needsPassphrase: async () => true,
      listCopies: async () => [],
    };
    return Object.assign(none, this.backupsGiven) as never;
  }

  copies: readonly Copy[] = [];

  async copiesKept(): Promise<readonly Copy[]> {
    return this.copies;
  }

  async newFile({ name }: NewFileOptions): Promise<FileSink | null> {
    this.calls.push(['newFile', name]);
    return this.sink;
  }

  async takeOpenedFiles(take: (file: Blob) => void): Promise<() => void> {
    for (const file of this.filesOpened.splice(0)) take(file);
    return () => undefined;
  }

  earlyPress: EarlyPress | null = null;

  /** Gives `press` to whoever serves presses of the first view. */
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
