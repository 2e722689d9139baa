import { type Clock, systemClock } from '../app/base/clock';
import { momentAt } from '../app/domain/moment/moment';
import { toNotify } from '../app/domain/reminders/due';
import {
  asMark,
  MARK_ADDRESS,
  REMINDER_CACHE,
  REMINDER_TAG,
  type ReminderMark,
  SHOWN_ADDRESS,
} from '../app/domain/reminders/mark';

type Shown = Pick<ServiceWorkerRegistration, 'showNotification'>;

/** Shows the reminder that is due, if there is one and it was not shown yet. See: [Note: The reminder's mark] */
export async function remind(shown: Shown, clock: Clock = systemClock, badge = onTheIcon): Promise<void> {
  // Opening it would make it, and without a mark there is nothing to keep there.
  if (!(await caches.has(REMINDER_CACHE))) return;
  const cache = await caches.open(REMINDER_CACHE);
  const mark = await markIn(cache);
  const name = mark && toNotify(mark, momentAt(clock.epochMs(), clock.zone()));
  if (!mark || !name || name === (await (await cache.match(SHOWN_ADDRESS))?.text())) return;
  await cache.put(SHOWN_ADDRESS, new Response(name));
  const icon = '/icons/icon-192.png';
  const notification = { body: mark.body, tag: REMINDER_TAG, icon, badge: icon };
  // Side by side: a browser that never answers for the badge must not keep the reminder back.
  await Promise.all([shown.showNotification(mark.title, notification), badge()]);
}

/** Some browsers have no badge, and some refuse it: then there is none. */
const onTheIcon = async (): Promise<void> => navigator.setAppBadge?.().catch(() => undefined);

async function markIn(cache: Cache): Promise<ReminderMark | null> {
  const stored = await cache.match(MARK_ADDRESS);
  return stored ? asMark(await stored.json().catch(() => null)) : null;
}

/** The part of `Clients` that is asked for. */
interface Windows {
  matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly { focus(): Promise<unknown> }[]>;
  openWindow(address: string): Promise<unknown>;
}

/** Brings up the window that is open, where the person left it; else opens one. */
export async function showApp(clients: Windows): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  await (open ? open.focus() : clients.openWindow('/'));
}
