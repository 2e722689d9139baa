import { log } from '../base/log';
import type { FrameTimes, PictureTimes } from './frame-times';
import type { Frame } from './types';

/**
 * Hands `onFrame` one frame after the other, each when the last call has settled; a picture that comes meanwhile is only
 * remembered, and the newest one is made into a frame as soon as the consumer is free. A consumer that throws is told in
 * the log and goes on with the next frame. Returns how to stop; nothing the pump made stays open after that.
 */
export function pumpFrames(
  video: HTMLVideoElement,
  times: FrameTimes,
  onFrame: (frame: Frame) => Promise<void>,
): () => void {
  let stopped = false;
  let busy = false;
  let waiting: PictureTimes | null = null;

  const deliver = async (picture: PictureTimes): Promise<void> => {
    const image = await takePicture(video);
    if (!image) return;
    if (stopped) return image.close();
    // Asked only now: time begins with the first frame that is given, not with a picture that could not be taken.
    await onFrame({ image, tMs: times.since(picture) });
  };
  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting && !stopped) {
      const picture = waiting;
      waiting = null;
      await deliver(picture).catch((error: unknown) => log.error('A frame was not read', error));
    }
    busy = false;
  };
  const cancel = eachPicture(video, (picture) => {
    waiting = picture;
    void drain();
  });
  return () => {
    stopped = true;
    cancel();
  };
}

/** A frame of what the video shows now, or null before it shows anything. */
async function takePicture(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  if (typeof VideoFrame === 'function') return new VideoFrame(video);
  return createImageBitmap(video);
}

/** Calls `onPicture` whenever the camera has a new picture; returns how to stop. */
function eachPicture(video: HTMLVideoElement, onPicture: (times: PictureTimes) => void): () => void {
  let handle = 0;
  if ('requestVideoFrameCallback' in video) {
    const next = (now: number, metadata: VideoFrameCallbackMetadata): void => {
      handle = video.requestVideoFrameCallback(next);
      onPicture({ now, captureTime: metadata.captureTime, mediaTime: metadata.mediaTime });
    };
    handle = video.requestVideoFrameCallback(next);
    return () => video.cancelVideoFrameCallback(handle);
  }
  return eachPictureByPolling(video, onPicture);
}

/** For browsers without requestVideoFrameCallback: a new picture is one at another time of the video. */
function eachPictureByPolling(video: HTMLVideoElement, onPicture: (times: PictureTimes) => void): () => void {
  let lastTime = -1;
  let handle = requestAnimationFrame(function look(now) {
    handle = requestAnimationFrame(look);
    if (video.currentTime === lastTime) return;
    lastTime = video.currentTime;
    onPicture({ now });
  });
  return () => cancelAnimationFrame(handle);
}
