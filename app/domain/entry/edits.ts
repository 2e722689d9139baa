import type { AskedByOneself } from '../memory/memory';
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
  const before = withoutSamePicture(Object.fromEntries(changed.map((key) => [key, said[key]])), change);
  return { ...withSaid(entry, change), edits: [...(entry.edits ?? []), { at, before }] };
}

/** The entry as it was before its last edit; the same one where it has none. */
export function unedited<E extends Entry>(entry: E): E {
  const { edits = [], ...rest } = entry;
  const last = edits.at(-1);
  if (!last) return entry;
  const earlier = withSaid(rest as unknown as E, withSamePicture(last.before, entry));
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

/** A picture is large and edits seldom touch it, so that one is kept: what was before says that it had the same. */
function withoutSamePicture(before: Changeable, { memory: now }: Changeable): Changeable {
  const { memory } = before;
  const { picture, ...cue } = memory?.ownCue ?? {};
  if (!memory || picture === undefined || picture !== now?.ownCue?.picture) return before;
  return { ...before, memory: { ...memory, ownCue: { ...cue, samePicture: true } as AskedByOneself } };
}

/** With the picture that was left out of it. */
function withSamePicture(before: Changeable, after: Entry): Changeable {
  const { memory } = before;
  if (!memory?.ownCue?.samePicture) return before;
  const { samePicture: _, ...cue } = memory.ownCue;
  const picture = after.kind === 'recall' ? after.memory.ownCue?.picture : undefined;
  return { ...before, memory: { ...memory, ownCue: picture === undefined ? cue : { ...cue, picture } } };
}

function withSaid<E extends Entry>(entry: E, { startedAt, report, memory, origin }: Changeable): E {
  const changed = { ...entry, startedAt: startedAt ?? entry.startedAt, report: report ?? entry.report };
  if (entry.kind === 'recall') return memory ? { ...changed, memory } : changed;
  return origin ? { ...changed, origin } : changed;
}
