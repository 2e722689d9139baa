import { Failure } from '../../../app/domain/failure/failure';
import { momentAt } from '../../../app/domain/moment/moment';
import { emptyReport } from '../../../app/domain/report/report';
import { AGREED } from '../../services/support/agreed';
import { sampleDevice } from '../fake-device';
import { FakeServices } from '../fake-services';
import { NOW_MS, readBy, sampleEntries, sampleFace, sampleRecall, sampleTrace, ZONE } from '../sample-entries';
import type { Situation } from './choices';

/** How many entries there are, where it is not the usual number. */
const COUNTS: Partial<Record<Situation, number>> = { first: 0, ios: 0, few: 3 };
const USUAL_COUNT = 34;
/** How many of them another model of expressions has read, after an update of it. */
const READ_BY_NEWER = 7;

/** Services of a person who has agreed to the camera, in a situation. */
export async function sampleServices(situation: Situation): Promise<FakeServices> {
  const entries = sampleEntries(COUNTS[situation] ?? USUAL_COUNT);
  const readByTwo = entries.map((entry, index) => (index < READ_BY_NEWER ? readBy(entry, 'emotion 2') : entry));
  const services = new FakeServices(situation === 'updated-model' ? readByTwo : entries, {
    consents: AGREED,
    persisted: true,
  });
  const { journal, shell } = services;
  for (const id of journal.entries.keys()) journal.traces.set(id, sampleTrace(id));
  if (situation === 'draft') await keepDrafts(services);
  if (situation === 'unreadable') journal.unreadable = [{ id: 'a1b2', problem: 'report.valence: not a number' }];
  if (situation === 'failed')
    journal.failure = new Failure('journal-unreadable', 'UnknownError: Internal error opening backing store');
  if (situation === 'device') services.onDevice.last = sampleDevice();
  shell.change({
    updateReady: situation === 'update',
    installable: situation === 'install',
    manualInstall: situation === 'ios',
    online: situation !== 'offline',
  });
  return services;
}

/** A recall and a check-in that were left unfinished. */
async function keepDrafts({ journal }: FakeServices): Promise<void> {
  await journal.keepDraft({
    version: 1,
    kind: 'recall',
    relived: true,
    entryId: 'draft',
    startedAt: momentAt(NOW_MS - 40 * 60_000, ZONE),
    memory: sampleRecall().memory,
    report: emptyReport(),
    face: sampleFace(),
    trace: null,
    stepDurationsMs: {},
  });
  await journal.keepDraft({
    version: 1,
    kind: 'check-in',
    entryId: 'quick',
    startedAt: momentAt(NOW_MS - 5 * 60_000, ZONE),
    report: { ...emptyReport(), feelings: [{ name: 'calm', intensity: 3 }] },
  });
}
