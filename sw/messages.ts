/**
 * What the page may say to the service worker. `SKIP_WAITING` is sent only after the person has asked for the update: the
 * new version then takes over, and the page reloads itself on `controllerchange`.
 */
export type MessageToServiceWorker = { readonly type: 'SKIP_WAITING' };

/** Whether a message event's data is one of ours; extensions and libraries post to service workers too. */
export const isMessage = (data: unknown): data is MessageToServiceWorker =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
