import type { Clock } from '../base/clock';
import { momentAt } from '../domain/moment';
import type { Report } from '../domain/report';
import type { Journal } from '../journal/journal';
import { checkInEntry, momentNow } from './build-entry';

interface CheckInPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly appVersion: string;
}

/**
 * Saves a quick entry without a camera; resolves with its id once it is durable. `startedAtMs` is the epoch time at which
 * the person began. Rejects with Failure (`journal-*`, `save-failed`): nothing was saved then, and it can
 * be called again.
 */
export async function checkIn(ports: CheckInPorts, report: Report, startedAtMs: number): Promise<string> {
  const { journal, clock, appVersion } = ports;
  const id = ports.newId();
  const startedAt = momentAt(startedAtMs, clock.zone());
  await journal.save(checkInEntry(id, report, { startedAt, savedAt: momentNow(clock), appVersion }), null);
  return id;
}
