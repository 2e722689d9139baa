import type { MessageToServiceWorker } from '../../sw/messages';
import type { Shared } from '../../sw/waiting-share';
import { withTimeLimit } from '../base/time-limit';
import { smallPicture } from '../shell/small-picture';

export type { Shared } from '../../sw/waiting-share';

/** How long the service worker may take to answer, in milliseconds: it may have to be started. */
const ANSWER_MS = 2_000;

/** What other apps share with this one. See `sw/waiting-share.ts`. */
export interface Shares {
  /** What was shared last, given once: then it is on this page alone. Null if nothing waits. */
  take(): Promise<Shared | null>;
  /** A picture as it is kept: smaller, a JPEG in base64; see `smallPicture`. */
  small(picture: Blob): Promise<string>;
}

export const open = (): Shares => ({ take, small: smallPicture });

async function take(): Promise<Shared | null> {
  const controller = navigator.serviceWorker?.controller;
  if (!controller) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Shared | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Shared | null>) => resolve(data);
  });
  const message: MessageToServiceWorker = { type: 'TAKE_SHARED' };
  controller.postMessage(message, [port2]);
  return withTimeLimit(answer, ANSWER_MS, () => new Error('no answer'))
    .catch(() => null)
    .finally(() => port1.close());
}
