import type { Moment } from '../moment/moment';
import type { Changeable, Said } from './edit';
import { type Entry, originOf } from './entry';

export const saidOf = (entry: Entry): Said => ({
  startedAt: entry.startedAt,
  report: entry.report,
  memory: entry.kind === 'recall' ? entry.memory : null,
});

/** The entry with `change` in it, and with what it said before among its edits. The same entry where nothing is different. */
export function edited<E extends Entry>(entry: E, change: Changeable, at: Moment): E {
  const said: Changeable = { ...saidOf(entry), origin: originOf(entry) };
  const changed = (Object.keys(change) as (keyof Changeable)[]).filter(
    (key) => change[key] !== undefined && JSON.stringify(change[key]) !== JSON.stringify(said[key]),
  );
  if (changed.length === 0) return entry;
  const before = Object.fromEntries(changed.map((key) => [key, said[key]])) as Changeable;
  return { ...withSaid(entry, change), edits: [...(entry.edits ?? []), { at, before }] };
}

/** The entry as it was before its last edit; the same one where it has none. */
export function unedited<E extends Entry>(entry: E): E {
  const { edits = [], ...rest } = entry;
  const last = edits.at(-1);
  if (!last) return entry;
  const earlier = withSaid(rest as unknown as E, last.before);
  return edits.length === 1 ? earlier : { ...earlier, edits: edits.slice(0, -1) };
}

/** The entry as it was each time, the oldest first and itself last. */
export function everyVersion<E extends Entry>(entry: E): readonly E[] {
  const versions = [entry];
  for (let one = entry; one.edits && one.edits.length > 0; ) {
    one = unedited(one);
    versions.unshift(one);
  }
  return versions;
}

function withSaid<E extends Entry>(entry: E, { startedAt, report, memory, origin }: Changeable): E {
  const changed = { ...entry, startedAt: startedAt ?? entry.startedAt, report: report ?? entry.report };
  if (entry.kind === 'recall') return memory ? { ...changed, memory } : changed;
  return origin ? { ...changed, origin } : changed;
}
