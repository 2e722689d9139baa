import { newId } from '../base/ids';
import { FrontCamera } from '../capture/camera';
import { FramingGuide } from '../capture/framing';
import { PageVisibility } from '../capture/visibility';
import { ScreenWakeLock } from '../capture/wake-lock';
import type { Cue } from '../domain/memory/memory';
import { TraceRecorder } from '../dynamics/recording/trace-recorder';
import { summariseFace } from '../dynamics/summary/summarise-face';
import type { RecallDraft } from '../journal/journal';
import { CONSENT_VERSION } from '../recall/consent/consent';
import { cueById } from '../recall/cues/cue-deck';
import { timingFor } from '../recall/timing/timing';
import { GuidedRecall } from '../session/guided-recall';
import type { RecallSession } from '../session/machine/snapshot';
import { systemTimers } from '../session/machine/timers';
import type { SessionPorts } from '../session/ports';
import type { PageDevice } from './device';
import type { Fetched } from './fetched';
import { keepForGood } from './keep-for-good';
import type { Page } from './page';

/** The guided recalls of this page. */
export interface Recalls {
  /** The one that was shown last of those that have not ended; null without any. */
  readonly underWay: RecallSession | null;
  /**
   * Starts one with a cue, or with null for the person's own memory. One under way in which something was said is left as it is;
   * whoever means to be rid of it discards its draft first.
   */
  start(cue: Cue | null): RecallSession;
  /**
   * Goes on with the session under way that this is the draft of, else with what a lock or a killed tab left behind: at its report,
   * or from its beginning where it was cut off before. Another session under way is left as it is.
   */
  continue(draft: RecallDraft): RecallSession;
}

type Device = Pick<PageDevice, 'reader' | 'restSoon'>;

export const open = async (page: Page, device: Fetched<Device>): Promise<Recalls> =>
  new PageRecalls(page, await device());

class PageRecalls implements Recalls {
  readonly #page: Page;
  readonly #device: Device;

  constructor(page: Page, device: Device) {
    this.#page = page;
    this.#device = device;
  }

  get underWay(): RecallSession | null {
    return this.#page.live.recalls.current;
  }

  start(cue: Cue | null): RecallSession {
    this.underWay?.leave();
    return this.#begin(cue, null);
  }

  continue(draft: RecallDraft): RecallSession {
    const { recalls } = this.#page.live;
    const live = recalls.of(draft.entryId);
    return live ? recalls.show(live) : this.#begin(cueById(draft.memory.cueId), draft);
  }

  #begin(cue: Cue | null, draft: RecallDraft | null): RecallSession {
    const { appVersion, live } = this.#page;
    const settings = this.#page.settings.now;
    const about = { cue, settings, timing: timingFor(settings), appVersion, consentVersion: CONSENT_VERSION };
    const session = new GuidedRecall(this.#ports(), about, draft);
    session.subscribe(({ step }) => {
      if (step === 'saved') void keepForGood(this.#page);
      if (session.ended) this.#device.restSoon();
    });
    return live.recalls.show(session);
  }

  #ports(): SessionPorts {
    const visibility = new PageVisibility();
    return {
      camera: new FrontCamera(),
      wakeLock: new ScreenWakeLock(visibility),
      visibility,
      reader: this.#device.reader,
      journal: this.#page.journal,
      clock: this.#page.clock,
      timers: systemTimers,
      newId,
      newRecorder: (entryId) => new TraceRecorder(entryId),
      newFramingGuide: () => new FramingGuide(),
      summarise: summariseFace,
    };
  }
}
