import type { MessageToServiceWorker } from '../../sw/messages';
import type { Shared } from '../../sw/waiting-share';
import { withTimeLimit } from '../base/time-limit';

export type { Shared } from '../../sw/waiting-share';

/** How long the service worker may take to answer, in milliseconds: it may have to be started. */
const ANSWER_MS = 2_000;

/** What was shared last, given once: from then on it is on this page alone. Null if nothing waits. See `sw/waiting-share.ts`. */
export async function takeShared(): Promise<Shared | null> {
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
