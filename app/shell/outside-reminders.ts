import type { MessageToServiceWorker } from '../../sw/messages';
import { log } from '../base/log';
import { HOUR_MS } from '../base/time';
import { MARK_ADDRESS, REMINDER_CACHE, REMINDER_TAG, type ReminderMark } from '../domain/reminders/mark';

/**
 * How far a reminder reaches in this browser. `closed`: while the app is closed too, though only when the browser sees fit. `open`: while
 * the app is open somewhere behind. `inside`: no further than the app's own screens. `refused`: that far as well, because the
 * person, or their browser, forbids notifications.
 */
export type Reach = 'closed' | 'open' | 'inside' | 'refused';

/** Chromium's Periodic Background Sync, which no type library knows. */
interface PeriodicSync {
  register(tag: string, options: { readonly minInterval: number }): Promise<void>;
  unregister(tag: string): Promise<void>;
}
type Registration = ServiceWorkerRegistration & { readonly periodicSync?: PeriodicSync };

/** How often the browser is asked to look, in milliseconds; it looks less often, by how much the app is used. */
const LOOK_EVERY_MS = HOUR_MS;

export async function reach(): Promise<Reach> {
  const registration = await registered();
  if (!registration || !('showNotification' in registration) || !('Notification' in globalThis)) return 'inside';
  if (Notification.permission === 'denied') return 'refused';
  return (await looksWhileClosed(registration)) ? 'closed' : 'open';
}

export const mayNotify = (): boolean => 'Notification' in globalThis && Notification.permission === 'granted';

/** Asks whether notifications may be shown; call it in the person's own click. */
export const askToNotify = async (): Promise<boolean> =>
  'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';

/** Leaves the mark for the service worker, and has it look while the app is closed, if the browser does that. */
export async function leaveMark(mark: ReminderMark): Promise<void> {
  const cache = await caches.open(REMINDER_CACHE);
  await cache.put(MARK_ADDRESS, Response.json(mark));
  const registration = await registered();
  if (registration && (await looksWhileClosed(registration)))
    await registration.periodicSync?.register(REMINDER_TAG, { minInterval: LOOK_EVERY_MS });
}

/** Removes all that was left outside the journal for the sake of reminders. */
export async function removeMark(): Promise<void> {
  await globalThis.caches?.delete(REMINDER_CACHE);
  await takeBack();
  await (await registered())?.periodicSync?.unregister(REMINDER_TAG);
}

/** What is shown of a reminder outside the app goes, because nothing is due any more. */
export async function takeBack(): Promise<void> {
  const shown = await (await registered())?.getNotifications?.({ tag: REMINDER_TAG });
  for (const notification of shown ?? []) notification.close();
}

/** The dot on the app's icon, where there is one. */
export function badge(isDue: boolean): void {
  const done = isDue ? navigator.setAppBadge?.() : navigator.clearAppBadge?.();
  done?.catch((error: unknown) => log.warn('the icon has no badge', error));
}

/** Has the service worker show what is due, if it was not shown yet. */
export function remindNow(): void {
  const message: MessageToServiceWorker = { type: 'REMIND' };
  navigator.serviceWorker?.controller?.postMessage(message);
}

const registered = async (): Promise<Registration | undefined> => navigator.serviceWorker?.getRegistration();

async function looksWhileClosed({ periodicSync }: Registration): Promise<boolean> {
  if (!periodicSync) return false;
  // Browsers without the permission reject its name.
  const asked = navigator.permissions.query({ name: 'periodic-background-sync' as PermissionName });
  return asked.then(({ state }) => state === 'granted').catch(() => false);
}
