import { log } from '../base/log';
import type { Box } from '../domain/face/face-reading';
import { Failure } from '../domain/failure/failure';
import { pumpFrames } from './frame-pump';
import { FrameTimes } from './frame-times';
import type { Light, LightMeter } from './light';
import type { CameraStream, Frame } from './types';

/** An open camera, read through a video element that is never shown. */
export class VideoCameraStream implements CameraStream {
  readonly #video = document.createElement('video');
  readonly #times = new FrameTimes();
  /** Fetched while the camera's first picture is on its way. */
  #light: LightMeter | null = null;
  readonly #listening = new AbortController();
  readonly #pumps = new Set<() => void>();
  #stopped = false;
  #lost: Failure | null = null;
  #onLost: ((failure: Failure) => void) | null = null;

  constructor(
    readonly media: MediaStream,
    private readonly devices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>,
  ) {
    // iOS plays a camera without a tap only when it is muted and inline.
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.srcObject = media;
    // Rejects when it is stopped before it has begun, which is no failure; one that never plays gives no frames.
    this.#video.play().catch(() => {});
    this.#watch();
    import('./light').then(
      ({ LightMeter }) => {
        this.#light = new LightMeter(this.#video);
      },
      (error: unknown) => log.warn('the light is not judged', error),
    );
  }

  pump(onFrame: (frame: Frame) => Promise<void>): () => void {
    if (this.#stopped) return () => {};
    const stop = pumpFrames(this.#video, this.#times, onFrame);
    this.#pumps.add(stop);
    return () => {
      this.#pumps.delete(stop);
      stop();
    };
  }

  light(box: Box | null): Light | null {
    return this.#stopped || !this.#light ? null : this.#light.light(box);
  }

  onLost(listener: (failure: Failure) => void): void {
    this.#onLost = listener;
    if (this.#lost) listener(this.#lost);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#listening.abort();
    for (const stop of this.#pumps) stop();
    this.#pumps.clear();
    for (const track of this.media.getTracks()) track.stop();
    this.#video.srcObject = null;
  }

  #watch(): void {
    const { signal } = this.#listening;
    for (const track of this.media.getVideoTracks()) {
      track.addEventListener('ended', () => this.#lose('the track ended'), { signal });
    }
    // Some browsers report an unplugged camera only here.
    this.devices.addEventListener('devicechange', () => void this.#checkDevice(), { signal });
  }

  async #checkDevice(): Promise<void> {
    const track = this.media.getVideoTracks()[0];
    const id = track?.getSettings().deviceId;
    if (track?.readyState === 'ended') return this.#lose('the track ended');
    if (!id) return;
    const devices = await this.devices.enumerateDevices();
    if (!devices.some((device) => device.deviceId === id)) this.#lose('the device is gone');
  }

  #lose(detail: string): void {
    if (this.#stopped || this.#lost) return;
    this.#lost = new Failure('camera-lost', detail);
    this.stop();
    this.#onLost?.(this.#lost);
  }
}
