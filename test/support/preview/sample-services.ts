import '../../../app/views/shell/app-shell';
import '../../../app/views/shell/journal-failure';
import { Failure } from '../../../app/domain/failure/failure';
import { momentAt } from '../../../app/domain/moment/moment';
import { emptyReport } from '../../../app/domain/report/report';
import { FakeServices, sampleDevice } from '../fake-services';
import { NOW_MS, readBy, sampleEntries, sampleFace, sampleRecall, sampleTrace, ZONE } from '../sample-entries';

/**
 * The app's frame over services without a browser, to look at: `npx vite --config test/support/preview/vite.config.ts`,
 * then `/?at=/history&theme=dark&state=first`. States: first, few, draft, update, updated (six faces by a newer model),
 * install, ios, offline, unreadable, failed, device, closed (the journal could not be opened).
 */
const query = new URLSearchParams(location.search);
const state = query.get('state') ?? '';
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
history.replaceState({}, '', query.get('at') ?? '/');

const counts: Record<string, number> = { first: 0, ios: 0, few: 3 };
const entries = sampleEntries(counts[state] ?? 34);
const readByTwo = entries.map((entry, index) => (index < 7 ? readBy(entry, 'emotion 2') : entry));
const services = new FakeServices(state === 'updated' ? readByTwo : entries, {
  consentVersion: 1,
  consentAtMs: NOW_MS - 9e9,
  persisted: true,
});
const { journal, shell } = services;
for (const id of journal.entries.keys()) journal.traces.set(id, sampleTrace(id));
if (state === 'draft') {
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
}
if (state === 'draft') {
  const feelings = [{ name: 'calm', intensity: 3 }];
  const startedAt = momentAt(NOW_MS - 5 * 60_000, ZONE);
  await journal.keepDraft({
    version: 1,
    kind: 'check-in',
    entryId: 'quick',
    startedAt,
    report: { ...emptyReport(), feelings },
  });
}
if (state === 'unreadable') journal.unreadable = [{ id: 'a1b2', problem: 'report.valence: not a number' }];
if (state === 'failed')
  journal.failure = new Failure('journal-unreadable', 'UnknownError: Internal error opening backing store');
if (state === 'device') services.deviceReport = sampleDevice();
shell.change({
  updateReady: state === 'update',
  installable: state === 'install',
  manualInstall: state === 'ios',
  online: state !== 'offline',
});

if (state === 'closed') {
  const failure = new Failure('journal-newer', 'VersionError: the stored version is 3, this app knows 1');
  document.body.append(Object.assign(document.createElement('rv-journal-failure'), { failure }));
} else {
  document.body.append(Object.assign(document.createElement('rv-app'), { services }));
}
