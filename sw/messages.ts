/** What the page may say to the service worker. */
export type MessageToServiceWorker =
  /** Sent only after the person has asked for the update: the new version takes over, and the page reloads on `controllerchange`. */
  | { readonly type: 'SKIP_WAITING' }
  /** A reminder may be due, and nobody looks at the page. See: [Note: The reminder's mark] */
  | { readonly type: 'REMIND' }
  /** What another app shared goes to the port that comes with the message: a `Shared`, or null. */
  | { readonly type: 'TAKE_SHARED' }
  | KeyMessage;

/** About the key that waits for the next page of a tab. See: [Note: Staying open over a reload] */
export type KeyMessage =
  | { readonly type: 'KEEP_KEY'; readonly tab: string; readonly kept: unknown }
  /** The answer, `kept` or null, goes to the port that comes with the message. */
  | { readonly type: 'TAKE_KEY'; readonly tab: string }
  | { readonly type: 'FORGET_KEY' };

const TYPES: ReadonlySet<unknown> = new Set<MessageToServiceWorker['type']>([
  'SKIP_WAITING',
  'REMIND',
  'TAKE_SHARED',
  'KEEP_KEY',
  'TAKE_KEY',
  'FORGET_KEY',
]);

/** Whether a message event's data is one of ours; extensions and libraries post to service workers too. */
export const isMessage = (data: unknown): data is MessageToServiceWorker =>
  typeof data === 'object' && data !== null && 'type' in data && TYPES.has(data.type);
