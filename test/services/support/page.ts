import { DEFAULT_SETTINGS, type Settings } from '../../../app/domain/settings/settings';
import { type CheckIns, open as openCheckIns } from '../../../app/services/check-ins/check-ins';
import { PageDrafts } from '../../../app/services/drafts';
import type { Page } from '../../../app/services/page';
import { open as openRecalls, type Recalls } from '../../../app/services/recalls';
import { LiveSessions } from '../../../app/session/live-sessions';
import type { RecallSession } from '../../../app/session/machine/snapshot';
import { FakeReader } from '../../session/support/fake-reader';
import { MoodyJournal } from '../../session/support/moody-journal';
import { memory } from '../../session/support/world';
import { NOW_MS, ZONE } from '../../support/sample-entries';
import { AGREED } from './agreed';

/** A page over a journal whose writes can fail, in front of no camera. */
export class SamplePage implements Page {
  readonly journal = new MoodyJournal([], { consents: AGREED, persisted: true });
  /** Only backups open it. */
  readonly vault = null as never;
  readonly clock = { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE };
  readonly appVersion = '0.1.0';
  readonly inSample = false;
  readonly settings: { now: Settings } = {
    now: { ...DEFAULT_SETTINGS, consents: AGREED, persisted: true },
  };
  readonly live = { recalls: new LiveSessions<RecallSession>(), checkIns: new LiveSessions() } as Page['live'];
  readonly drafts = new PageDrafts(this);
  readonly checkIns: CheckIns = openCheckIns(this);
  readonly device = {
    reader: new FakeReader(),
    rests: 0,
    restSoon: () => void this.device.rests++,
    ahead: { asks: true, downloadBytes: 0 },
    cameraAhead: async () => this.device.ahead,
  };

  recalls(): Promise<Recalls> {
    return openRecalls(this, async () => this.device);
  }

  /** A recall with this title, at the choice of a memory; an empty one has none yet. */
  async begun(title: string): Promise<RecallSession> {
    const session = (await this.recalls()).start(null);
    session.continueWithoutCamera();
    session.ready();
    if (title) session.draft({ memory: memory({ title }) });
    await session.settle();
    return session;
  }

  /** Of the recalls the journal has drafts of. */
  titles(): string[] {
    return [...this.journal.drafts.values()].flatMap((one) => (one.kind === 'recall' ? [one.memory.title] : [])).sort();
  }
}
