import { v5 } from 'uuid';
import { MINUTE_MS } from '../../base/time';
import { everyVersion } from '../../domain/entry/edits';
import type { CheckInEntry, Entry } from '../../domain/entry/entry';
import { type Moment, wallMs } from '../../domain/moment/moment';
import type { Rating } from '../../domain/report/rating';

/*
 * [Note: Known again]
 *
 * A record of another app is known again by what it denotes, never by how it is written: the app it is from, the minute it stands for
 * (by the clock on the wall there, or the moment itself where the file says it), and what it says. The phone's language, the clock,
 * the order of rows and columns and the separators of an export change all the time; none of them makes another record.
 *
 * The key of an origin is two digests (RFC 9562 version 5 UUIDs), `place/content`. If both are known, the record is here already,
 * also if the person has changed the entry since: theirs counts, and the file brings nothing new. If only the place is, the
 * record of that minute that is not accounted for otherwise is the same one with other content, and the person is asked. Several
 * records of one minute are told apart by their content first and then by their order, so all of them stay.
 *
 * Origins of 0.1.0 have another key, a digest of the cells as they were spelt. Their place follows from their entry's time, and
 * their content is compared when their place is met.
 *
 * A digest of a short row can be guessed from. It is therefore kept inside the entry, which is encrypted, and never used as the
 * entry's id, which is not.
 */

/** Of our own making, so that no other program's name-based UUIDs are the same as ours. */
const NAMESPACE = '5b1c1b0e-6a0f-4f0e-9a35-0d1f6f0c2b77';

/** What a record says of its time: what clocks showed, or the moment itself, wherever one was. */
export type Denoted = 'wall' | 'moment';

/** Minutes on the wall, or since 1970, as one word. */
export const minuteOf = (moment: Moment, denotes: Denoted): string =>
  denotes === 'wall' ? `w${Math.floor(wallMs(moment) / MINUTE_MS)}` : `m${Math.floor(moment.epochMs / MINUTE_MS)}`;

/** What tells apps apart: each has records of its own. */
const appOf = ({ source, app }: NonNullable<CheckInEntry['origin']>): string => app ?? source;

/** Whether both are from the same app. */
export const isSameApp = (one: Entry, other: Entry): boolean =>
  one.kind === 'check-in' &&
  other.kind === 'check-in' &&
  one.origin !== undefined &&
  other.origin !== undefined &&
  appOf(one.origin) === appOf(other.origin);

/** The entry with the key of what it denotes. It must have an origin. */
export function withKey(entry: CheckInEntry, denotes: Denoted): CheckInEntry {
  const origin = entry.origin!;
  const place = digest([appOf(origin), minuteOf(entry.startedAt, denotes)]);
  return { ...entry, origin: { ...origin, key: `${place}/${contentOf(entry)}` } };
}

/** The place in a key; null in one of 0.1.0. */
export const placeIn = (key: string): string | null => (key.includes('/') ? key.slice(0, key.indexOf('/')) : null);

/** Digest of what an entry said when it came in, of which its spelling is no part. */
export function contentOf(entry: Entry): string {
  const [first] = everyVersion(entry);
  const { report } = first!;
  const origin = first!.kind === 'check-in' ? first!.origin : undefined;
  // Where a mood became a rating, it is that; what it is called changes with the app's language.
  const mood = report.valence || !origin?.mood ? null : bare(origin.mood);
  return digest([
    ratingOf(report.valence),
    ratingOf(report.arousal),
    mood,
    report.feelings.map(({ name, intensity }) => `${bare(name)}:${intensity}`).sort(),
    (origin?.activities ?? []).map(bare).sort(),
    report.note.normalize('NFC').replace(/\r\n?/g, '\n').trim(),
  ]);
}

/** Digest of anything that JSON can hold. */
export const digest = (value: unknown): string => v5(JSON.stringify(value), NAMESPACE);

/** Fields of an entry that say how it was kept, and not what it is. */
export const BOOKKEEPING: readonly string[] = ['edits', 'besideId', 'savedAt', 'appVersion'];

/** The fields of an entry but these. */
export const without = (entry: Entry, names: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !names.includes(name)));

const bare = (word: string): string => word.normalize('NFC').toLowerCase().trim();

/** A spreadsheet rounds what it shows. */
const ratingOf = (rating: Rating | null): unknown =>
  rating && [Math.round(rating.raw * 1e6) / 1e6, ...rating.bounds, rating.instrument];
