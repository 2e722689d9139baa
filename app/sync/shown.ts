import { v5 } from 'uuid';
import { compareStamps, type Stamp, stampName } from '../base/hybrid-clock';
import { type Edit, pathOf } from './edit';

/** The namespace of ids that are made of an entry and a stamp (RFC 9562, version 5); drawn at random once. */
const NAMESPACE = '6f0c6a52-6d0b-4a0e-9d0f-3c1f6c2a8b17';

/** The id of an edit that stands beside its entry: on every device the same, and without the stamp nobody can tell of what it was made. */
const besideId = (entry: string, stamp: Stamp): string => v5(`${entry}/${stampName(stamp)}`, NAMESPACE);

/** What is shown of an entry: edits by the id they are shown under. `newest` are its newest edits. See: [Note: How edits come together] */
export function shownOf<E extends Edit>(newest: readonly E[]): ReadonlyMap<string, E> {
  return new Map([...placesOf(newest)].filter(([, edit]) => !isGone(edit, newest)));
}

/**
 * The id of each of the newest edits of an entry, whether it is shown or not: so no edit moves because another was erased. Where lines
 * part, the one that parted with the latest stamp keeps the id.
 */
export function placesOf<E extends Edit>(newest: readonly E[]): ReadonlyMap<string, E> {
  const places = new Map<string, E>();
  const place = (id: string, edits: readonly E[], depth: number): void => {
    if (edits.length === 1) return void places.set(id, edits[0]!);
    const groups = parted(edits, depth);
    const main = groups.findLast(
      ({ edits }) => !edits.every(({ isErased, line }) => isErased && line.length === depth),
    );
    for (const group of groups) {
      const keepsId = group === (main ?? groups.at(-1));
      place(keepsId ? id : besideId(group.edits[0]!.entry, group.stamp), group.edits, depth + 1);
    }
  };
  if (newest.length > 0) place(newest[0]!.entry, newest, 0);
  return places;
}

/** The edits by the stamp that their paths have at `depth`, earliest first. */
function parted<E extends Edit>(edits: readonly E[], depth: number): { readonly stamp: Stamp; readonly edits: E[] }[] {
  const groups = new Map<string, { readonly stamp: Stamp; readonly edits: E[] }>();
  for (const edit of edits) {
    const stamp = pathOf(edit)[depth]!;
    const name = stampName(stamp);
    if (!groups.has(name)) groups.set(name, { stamp, edits: [] });
    groups.get(name)!.edits.push(edit);
  }
  return [...groups.values()].sort((a, b) => compareStamps(a.stamp, b.stamp));
}

/** Whether it is an erasure, or one took it along that was made later and did not know of it. */
function isGone(edit: Edit, newest: readonly Edit[]): boolean {
  if (edit.isErased) return true;
  const path = new Set(pathOf(edit).map(stampName));
  return newest.some(
    ({ isErased, at, knew }) =>
      isErased && compareStamps(at, edit.at) > 0 && !knew.some((stamp) => path.has(stampName(stamp))),
  );
}
