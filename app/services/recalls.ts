import { newId } from '../base/ids';
import { log } from '../base/log';
import { SoftBell } from '../capture/bell';
import { FrontCamera } from '../capture/camera';
import { FramingGuide } from '../capture/framing';
import { PageVisibility } from '../capture/visibility';
import { ScreenWakeLock } from '../capture/wake-lock';
import { firstRecallOf } from '../domain/entry/again';
import type { RecallEntry } from '../domain/entry/entry';
import type { Cue, Memory } from '../domain/memory/memory';
import { memoryAgain } from '../domain/memory/memory-again';
import { dayOf } from '../domain/moment/moment';
import { TraceRecorder } from '../dynamics/recording/trace-recorder';
import type { RecallDraft } from '../journal/journal';
import { recallReaders } from '../journal/records/record-kinds';
import { CONSENT_VERSION } from '../recall/consent/consent';
import { timingFor } from '../recall/timing/timing';
import { GuidedRecall } from '../session/guided-recall';
import { momentNow } from '../session/keeping/build-entry';
import type { RecallSession } from '../session/machine/snapshot';
import { systemTimers } from '../session/machine/timers';
import type { Again, SessionPorts } from '../session/ports';
import type { PageDevice } from './device';
import type { Fetched } from './fetched';
import { keepForGood } from './keep-for-good';
import type { Page } from './page';
import { lastTraces } from './person/last-traces';
import { RecallReader } from './recall-reader';

/** The guided recalls of this page. */
export interface Recalls {
  /** The one that was shown last of those that have not ended; null without any. */
  readonly underWay: RecallSession | null;
  /**
   * Starts one with a cue, with that of the day, which is fetched while the person prepares, or with null for their own memory. One under way in which something was said is left as it is;
   * whoever means to be rid of it discards its draft first.
   */
  start(cue: Cue | 'of-the-day' | null): RecallSession;
  /** Starts one with the memory of this recall, which was told of already: it is shown for a look. As with `start`, another one stays. */
  again(recall: RecallEntry): RecallSession;
  /**
   * Goes on with the session under way that this is the draft of, else with what a lock or a killed tab left behind: at its report,
   * or from its beginning where it was cut off before. Another session under way is left as it is.
   */
  continue(draft: RecallDraft): RecallSession;
}

type Device = Pick<PageDevice, 'reader' | 'restSoon' | 'cameraAhead'>;

/** What keeps a recall is fetched before one can begin. */
export const open = async (page: Page, device: Fetched<Device>): Promise<Recalls> => {
  const [opened] = await Promise.all([device(), recallReaders()]);
  return new PageRecalls(page, opened);
};

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

  start(cue: Cue | 'of-the-day' | null): RecallSession {
    this.underWay?.leave();
    const session = this.#begin(cue === 'of-the-day' ? null : cue, null);
    if (cue === 'of-the-day') this.#askLater(session);
    void this.#openAgain(session).catch((error: unknown) => log.warn('the camera is asked about', error));
    return session;
  }

  /** If their face was read the last time, and the browser wouldn't ask either, the person isn't asked again. */
  async #openAgain(session: RecallSession): Promise<void> {
    const isAsking = ({ step, camera, failure }: RecallSession['snapshot']): boolean =>
      step === 'prepare' && camera === 'asking' && failure === null;
    if (!isAsking(session.snapshot)) return;
    const [{ asks }, { outlines }] = await Promise.all([this.#device.cameraAhead(), this.#page.journal.outlines()]);
    const last = outlines.find(({ kind }) => kind === 'recall');
    if (!asks && last && last.facialValence !== null && isAsking(session.snapshot)) session.openCamera();
  }

  again(recall: RecallEntry): RecallSession {
    this.underWay?.leave();
    const today = dayOf(momentNow(this.#page.clock));
    const memory = memoryAgain(recall.memory, today);
    const session = this.#begin(null, null, { firstId: firstRecallOf(recall), memory });
    void this.#askAgain(session, memory).catch((error: unknown) => log.warn('its question is not known', error));
    return session;
  }

  continue(draft: RecallDraft): RecallSession {
    const { recalls } = this.#page.live;
    const live = recalls.of(draft.entryId);
    if (live) return recalls.show(live);
    const session = this.#begin(null, draft);
    void this.#askAgain(session, draft.memory).catch((error: unknown) => log.warn('its question is not known', error));
    return session;
  }

  /** Once the person goes on from the first screen: nothing of the question is needed before. */
  #askLater(session: RecallSession): void {
    const stop = session.subscribe(({ step, camera }) => {
      if (step === 'consent' || (step === 'prepare' && camera === 'asking')) return;
      stop();
      void this.#askOfDay(session).catch((error: unknown) => log.warn('the memory is the person’s own', error));
    });
  }

  /** What the draft was asked. It has the answers, so the question may come a moment later. */
  async #askAgain(session: RecallSession, memory: Memory): Promise<void> {
    const { cueOfMemory } = await import('../recall/cues/cue-deck');
    const cue = cueOfMemory(memory);
    if (cue) session.ask(cue);
  }

  async #askOfDay(session: RecallSession): Promise<void> {
    const { open: openCues } = await import('./cues');
    const offer = await openCues(this.#page).today();
    if (offer) session.ask(offer.cue);
  }

  #begin(cue: Cue | null, draft: RecallDraft | null, again: Again | null = null): RecallSession {
    const { appVersion, live } = this.#page;
    const settings = this.#page.settings.now;
    const about = { cue, again, settings, timing: timingFor(settings), appVersion, consentVersion: CONSENT_VERSION };
    const session = new GuidedRecall(this.#ports(), about, draft);
    const stop = this.#respectConsents(session);
    session.subscribe(({ step }) => {
      if (step === 'saved') void keepForGood(this.#page);
      if (!session.ended) return;
      stop();
      this.#device.restSoon();
    });
    return live.recalls.show(session);
  }

  /** What is agreed to or taken back on another screen, or in another tab, holds at once. Returns how to stop. */
  #respectConsents(session: RecallSession): () => void {
    const { journal } = this.#page;
    return journal.subscribe(() => {
      const read = journal.settings().then(({ consents }) => session.respect(consents));
      read.catch((error: unknown) => log.warn('what is agreed to could not be read again', error));
    });
  }

  #ports(): SessionPorts {
    const visibility = new PageVisibility();
    const reader = new RecallReader(this.#device.reader, () => lastTraces(this.#page));
    return {
      camera: new FrontCamera(),
      wakeLock: new ScreenWakeLock(visibility),
      bell: new SoftBell(),
      visibility,
      reader,
      journal: this.#page.journal,
      clock: this.#page.clock,
      timers: systemTimers,
      newId,
      newRecorder: (entryId) => new TraceRecorder(entryId),
      newFramingGuide: () => new FramingGuide(),
      readRecording: reader.readRecording,
      knownRest: reader,
    };
  }
}
