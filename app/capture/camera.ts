import { Failure, type FailureCode } from '../domain/failure/failure';
import { VideoCameraStream } from './camera-stream';
import type { Camera, CameraStream } from './types';

/** Wishes, not demands: a laptop has no camera that "faces the user", and any picture is better than none. */
export const VIDEO_WISHES: MediaTrackConstraints = {
  facingMode: { ideal: 'user' },
  // The face's region is shrunk to 192 pixels at most: more than this costs bandwidth and shows nothing new.
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30, max: 30 },
};

/** What getUserMedia rejects with (W3C Media Capture and Streams, 9.2.4), and what that means to the person. */
const CODES: Readonly<Record<string, FailureCode>> = {
  NotAllowedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
};

/** The Failure for what getUserMedia rejected with; anything unheard of counts as unsupported. */
export function cameraFailure(error: unknown): Failure {
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure(CODES[name] ?? 'camera-unsupported', detail, { cause: error });
}

/** The camera that faces the person. */
export class FrontCamera implements Camera {
  /** `devices` is absent on insecure pages and in old browsers. */
  constructor(private readonly devices: MediaDevices | undefined = navigator.mediaDevices) {}

  async open(signal?: AbortSignal): Promise<CameraStream> {
    signal?.throwIfAborted();
    if (!this.devices?.getUserMedia) throw new Failure('camera-unsupported', 'no navigator.mediaDevices');
    const media = await this.devices
      .getUserMedia({ video: VIDEO_WISHES, audio: false })
      .catch((error: unknown) => Promise.reject(cameraFailure(error)));
    const stream = new VideoCameraStream(media, this.devices);
    // The person may have gone on without the camera while the browser was still asking.
    if (signal?.aborted) {
      stream.stop();
      throw signal.reason;
    }
    return stream;
  }
}
