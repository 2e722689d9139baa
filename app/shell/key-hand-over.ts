import type { KeyMessage } from '../../sw/messages';
import { withTimeLimit } from '../base/time-limit';

/** How long the service worker may take to answer, in milliseconds: it may have to be started. */
const ANSWER_MS = 2_000;

/** Keeps a key in the service worker's memory while a page is loaded again. See: [Note: Staying open over a reload] */
export class ServiceWorkerHandOver<Key> {
  keep(tab: string, kept: Key): void {
    tell({ type: 'KEEP_KEY', tab, kept });
  }

  async take(tab: string): Promise<Key | null> {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<Key | null>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<Key | null>) => resolve(data);
    });
    if (!tell({ type: 'TAKE_KEY', tab }, port2)) return null;
    return withTimeLimit(answer, ANSWER_MS, () => new Error('no answer'))
      .catch(() => null)
      .finally(() => port1.close());
  }

  forget(): void {
    tell({ type: 'FORGET_KEY' });
  }
}

/** Whether there is a service worker to tell. */
function tell(message: KeyMessage, ...transfer: Transferable[]): boolean {
  const controller = navigator.serviceWorker?.controller;
  controller?.postMessage(message, transfer);
  return Boolean(controller);
}
