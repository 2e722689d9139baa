import { newId } from '../base/ids';
import { log } from '../base/log';
import {
  type AnyCue,
  type CueChoices,
  NAMED_CUE,
  type NamedKind,
  OWN_CUE,
  type OwnCue,
  REST_DAYS,
} from '../domain/memory/cue-choices';
import type { Cue } from '../domain/memory/memory';
import { dayOf, momentAt } from '../domain/moment/moment';
import type { EntryOutline } from '../journal/journal';
import { cueOf } from '../recall/cues/cue-deck';
import type { RecentRecall } from '../recall/cues/cue-past';
import { cueWords, cueWordsReady } from '../recall/cues/cue-words';
import { anotherOffer, type CueOffer, nextOffer, standingOffer, withOffer } from '../recall/cues/offer-cue';
import { daysFrom } from '../recall/cues/rested-cues';
import type { Page } from './page';

export type { CueOffer } from '../recall/cues/offer-cue';

/** The questions: what is asked, and what the person made of them. Their words are fetched apart, by `cueWordsReady`. */
export interface Cues {
  /** What to ask today; null if the person hid every gentle question. See: [Note: Which question is asked] */
  today(): Promise<CueOffer | null>;
  /** The same, without noting that it was offered: for who only looks. */
  peek(): Promise<CueOffer | null>;
  /** Another question, a gentle one; null if the person hid every one. */
  another(): Promise<Cue | null>;
  /** The question with this id, their own included; null if there is none. */
  find(id: string | null): Promise<Cue | null>;
  choices(): Promise<CueChoices>;
  /** Whether it comes again as soon as it has rested. */
  favour(id: string, on: boolean): Promise<void>;
  /** Whether it is never offered. */
  hide(id: string, on: boolean): Promise<void>;
  /** Keeps a question of the person's own, or one that they changed. */
  write(cue: Omit<OwnCue, 'id'> & { readonly id?: string }): Promise<OwnCue>;
  /** Names a song, a place or a person to be asked about. */
  name(kind: NamedKind, name: string): Promise<void>;
  /** Removes a question of the person's own, or what they named. What they told to it keeps it. */
  remove(id: string): Promise<void>;
}

export const open = (page: Pick<Page, 'journal' | 'clock'>): Cues => new JournalCues(page);

class JournalCues implements Cues {
  readonly #page: Pick<Page, 'journal' | 'clock'>;

  constructor(page: Pick<Page, 'journal' | 'clock'>) {
    this.#page = page;
  }

  async today(): Promise<CueOffer | null> {
    const past = await this.#past();
    const standing = standingOffer(past);
    const offer = standing ?? nextOffer(past);
    if (!offer) return null;
    if (!standing) await this.#note(offer, past.day);
    const [cue, beside] = await Promise.all([asked(offer.cue), offer.beside && asked(offer.beside)]);
    return { cue, beside };
  }

  async peek(): Promise<CueOffer | null> {
    const past = await this.#past();
    return standingOffer(past) ?? nextOffer(past);
  }

  async another(): Promise<Cue | null> {
    const past = await this.#past();
    const offer = anotherOffer(past);
    if (offer) await this.#note(offer, past.day);
    return offer && asked(offer.cue);
  }

  async find(id: string | null): Promise<Cue | null> {
    const cue = id === null ? null : cueOf(id, await this.choices());
    return cue && asked(cue);
  }

  async choices(): Promise<CueChoices> {
    return (await this.#page.journal.settings()).cues;
  }

  favour(id: string, on: boolean): Promise<void> {
    return this.#change((cues) => ({ ...cues, favoured: withOrWithout(cues.favoured, id, on) }));
  }

  hide(id: string, on: boolean): Promise<void> {
    return this.#change((cues) => ({
      ...cues,
      hidden: withOrWithout(cues.hidden, id, on),
      favoured: on ? withOrWithout(cues.favoured, id, false) : cues.favoured,
    }));
  }

  async write({ id = OWN_CUE + newId(), ...said }: Parameters<Cues['write']>[0]): Promise<OwnCue> {
    const cue: OwnCue = { ...said, id };
    const isNew = ({ own }: CueChoices): boolean => !own.some((one) => one.id === id);
    await this.#change((cues) => ({
      ...cues,
      own: isNew(cues) ? [...cues.own, cue] : cues.own.map((one) => (one.id === id ? cue : one)),
    }));
    return cue;
  }

  name(kind: NamedKind, name: string): Promise<void> {
    const named = { id: NAMED_CUE + newId(), kind, name };
    return this.#change((cues) => ({ ...cues, named: [...(cues.named ?? []), named] }));
  }

  remove(id: string): Promise<void> {
    return this.#change((cues) => ({
      ...cues,
      favoured: withOrWithout(cues.favoured, id, false),
      hidden: withOrWithout(cues.hidden, id, false),
      own: cues.own.filter((one) => one.id !== id),
      ...(cues.named && { named: cues.named.filter((one) => one.id !== id) }),
    }));
  }

  async #past() {
    const { journal, clock } = this.#page;
    const [choices, { outlines }] = await Promise.all([this.choices(), journal.outlines()]);
    const day = dayOf(momentAt(clock.epochMs(), clock.zone()));
    return { day, choices, recalls: recentRecalls(outlines, day, choices) };
  }

  /** Where it cannot be written, because there is no room, the same question comes again: that is no reason to ask none. */
  #note(offer: CueOffer, day: string): Promise<void> {
    return this.#change((cues) => withOffer(cues, offer, day)).catch((error: unknown) =>
      log.warn('an offered question is not noted', error),
    );
  }

  async #change(change: (cues: CueChoices) => CueChoices): Promise<void> {
    await this.#page.journal.changeSettings(({ cues }) => ({ cues: change(cues) }));
  }
}

/** A memory keeps the words it was asked, so those about what the person named are made here, in the language they read. */
async function asked(cue: AnyCue): Promise<Cue> {
  if (!cue.named) return cue;
  await cueWordsReady();
  return { ...cue, question: cueWords(cue).question } as Cue;
}

const withOrWithout = (ids: readonly string[], id: string, on: boolean): readonly string[] => [
  ...ids.filter((one) => one !== id),
  ...(on ? [id] : []),
];

/** The last recall, and all of the days in which a question rests; newest first, as the outlines are. */
function recentRecalls(outlines: readonly EntryOutline[], day: string, choices: CueChoices): readonly RecentRecall[] {
  const recalls: RecentRecall[] = [];
  for (const outline of outlines) {
    if (outline.kind !== 'recall') continue;
    const its = dayOf(outline.startedAt);
    if (recalls.length > 0 && daysFrom(its, day) >= REST_DAYS) break;
    recalls.push({ cueId: outline.cueId, day: its, hard: wasHard(outline, choices) });
  }
  return recalls;
}

/** What the person said decides, and a hard question counts by itself; where neither is known, what they expected. */
function wasHard({ cueId, ownCueValence, valence, expectedValence }: EntryOutline, choices: CueChoices): boolean {
  const asked = ownCueValence ?? cueOf(cueId, choices)?.valence ?? null;
  if (asked === 'negative') return true;
  return valence === null ? expectedValence === 'negative' : valence < 0;
}
