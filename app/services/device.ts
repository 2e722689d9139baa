import { MINUTE_MS } from '../base/time';
import { cameraIsAllowed } from '../capture/camera-permission';
import { type StorageReport, storageReport } from '../shell/storage-report';
import { VisionClient } from '../vision/client';
import type { DeviceReport, Progress } from '../vision/protocol';
import type { FaceReader } from '../vision/reader';
import { bytesToFetch } from './download-size';
import type { Page } from './page';

/** How long models stay in memory after a session has ended, in milliseconds. */
const READER_IDLE_MS = MINUTE_MS;

/** What turning on the camera takes. */
export interface CameraAhead {
  /** The browser asks a question of its own. */
  readonly asks: boolean;
  /** What has to be downloaded first, in bytes; 0 where it is here. */
  readonly downloadBytes: number;
}

/** What this phone does and holds: what reads faces on it, and the space it gives. */
export interface Device {
  /** What reads faces here; null until it has been opened in this visit. Never rejects. */
  report(): Promise<DeviceReport | null>;
  /** Opens what reads faces, to find out; rejects with Failure. */
  test(onProgress: (progress: Progress) => void): Promise<DeviceReport>;
  /** What it takes to have a face read. Never rejects. */
  cameraAhead(): Promise<CameraAhead>;
  /** What the browser says of the space the journal lies in. */
  storage(): Promise<StorageReport>;
}

export const open = (page: Page): PageDevice =>
  new PageDevice(page, new VisionClient({ baseUrl: new URL('/', location.href).href }));

/** The page's one reader of faces. Its worker starts when it is opened, and ends a while after the last recall has. */
export class PageDevice implements Device {
  readonly #page: Pick<Page, 'settings' | 'live'>;
  #last: DeviceReport | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    page: Pick<Page, 'settings' | 'live'>,
    readonly reader: FaceReader,
  ) {
    this.#page = page;
  }

  /** What the reader last said of itself outlives it, for Settings. */
  async report(): Promise<DeviceReport | null> {
    this.#last = await this.reader.report().catch(() => this.#last);
    return this.#last;
  }

  async test(onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    // Opened again, so that a backend chosen meanwhile is the one that is tested.
    if (!this.#isInUse) await this.reader.close();
    this.#last = await this.reader.open({ onProgress, backend: this.#page.settings.now.backend });
    this.restSoon();
    return this.#last;
  }

  async cameraAhead(): Promise<CameraAhead> {
    const bytes = bytesToFetch(this.#page.settings.now.backend, new URL('/', location.href).href);
    const [allowed, downloadBytes] = await Promise.all([cameraIsAllowed(), bytes]);
    return { asks: !allowed, downloadBytes };
  }

  storage(): Promise<StorageReport> {
    return storageReport();
  }

  /** Models and their buffers weigh on a phone; but whoever recalls twice in a row should not wait twice. */
  restSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (!this.#isInUse) void this.report().then(() => this.reader.close());
    }, READER_IDLE_MS);
  }

  get #isInUse(): boolean {
    return this.#page.live.recalls.underWay.length > 0;
  }
}
