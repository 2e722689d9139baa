import { Stretch } from '../../base/stretch';
import type { Entry } from '../../domain/entry/entry';
import type { Journal } from '../../journal/journal';
import { contentOf, type Denoted, isSameApp, minuteOf, placeIn } from './known-again';
import type { Work } from './work';

/** What the journal holds already. See: [Note: Known again] */
export interface Known {
  /** Of all entries, those included that cannot be read. */
  readonly ids: ReadonlySet<string>;
  /** The ids of entries that came from other apps: by their keys, by the places in these, and by their minutes. */
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  readonly byPlace: ReadonlyMap<string, readonly string[]>;
  readonly byMinute: ReadonlyMap<string, readonly string[]>;
  /** One entry; null if it is gone or cannot be read. It counts as opened, so that a save of it is based on what is read. */
  open(id: string): Promise<Entry | null>;
}

/** What the outlines tell: no entry is opened for it. Rejects with Failure where it cannot be read, and with the signal's reason. */
export async function readKnown(journal: Journal, { signal }: Pick<Work, 'signal'>): Promise<Known> {
  const { outlines, unreadable } = await journal.outlines();
  const stretch = new Stretch();
  // One that cannot be read now may be readable to a later version: it is there.
  const ids = new Set([...outlines, ...unreadable].map(({ id }) => id));
  const [byKey, byPlace, byMinute] = [new Ids(), new Ids(), new Ids()];
  for (const { id, originKey, startedAt } of outlines) {
    await stretch.rest(signal);
    if (originKey === null) continue;
    byKey.add(originKey, id);
    const place = placeIn(originKey);
    if (place !== null) byPlace.add(place, id);
    for (const denotes of ['wall', 'moment'] as const) byMinute.add(minuteOf(startedAt, denotes), id);
  }
  signal.throwIfAborted();
  const open = async (id: string): Promise<Entry | null> => {
    const entry = await journal.entry(id);
    return entry && !('problem' in entry) ? entry : null;
  };
  return { ids, byKey: byKey.map, byPlace: byPlace.map, byMinute: byMinute.map, open };
}

class Ids {
  readonly map = new Map<string, string[]>();

  add(key: string, id: string): void {
    const ids = this.map.get(key);
    if (ids) ids.push(id);
    else this.map.set(key, [id]);
  }
}

/** The entry that stands for the same record with other content, or with the same under an older key; null if there is none. */
export async function sameRecord(
  known: Known,
  entry: Entry,
  denotes: Denoted,
  isTaken: (id: string) => boolean,
): Promise<{ readonly entry: Entry; readonly isSame: boolean } | null> {
  const key = entry.kind === 'check-in' ? (entry.origin?.key ?? '') : '';
  const near = [
    ...(known.byPlace.get(placeIn(key) ?? '') ?? []),
    ...(known.byMinute.get(minuteOf(entry.startedAt, denotes)) ?? []),
  ];
  const content = key.slice(key.indexOf('/') + 1);
  let other: Entry | null = null;
  for (const id of new Set(near)) {
    if (isTaken(id)) continue;
    const present = await known.open(id);
    if (!present || !isSameApp(present, entry)) continue;
    if (contentOf(present) === content) return { entry: present, isSame: true };
    other ??= present;
  }
  return other && { entry: other, isSame: false };
}

/** Whether an entry may stand for the record `entry` is made of. */
export const mayBeKnown = ({ byPlace, byMinute }: Known, key: string, minute: string): boolean =>
  byPlace.has(placeIn(key) ?? '') || byMinute.has(minute);
