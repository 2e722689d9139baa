import type { Copies, Copy, JournalKeys } from './copies';
import { soundnessOf } from './corrupt-copies';

/** With less room than this many copies, only the newest two stay: the journal comes before its copies. */
const ROOM_COPIES = 4;
const LEAST_COPIES = 2;

/**
 * Before something is written: where there is little room, copies that are corrupt go, and if that is not enough, the oldest.
 * Never the newest two that were found sound, nor the newest two of which it cannot be told: they may be all that is left of
 * another journal. Which are corrupt is looked for only then: all of them have to be read. Rejects where that cannot be done, and
 * then none that may be sound has gone.
 */
export async function makeRoom(copies: Copies, journal: JournalKeys): Promise<void> {
  const all = await copies.list();
  // Of the largest: one that was cut off says nothing of how long the next will be.
  const wanted = ROOM_COPIES * Math.max(0, ...all.map(({ bytes }) => bytes));
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined || quota - usage > wanted) return;
  const sound: Copy[] = [];
  const left: Copy[] = [];
  let room = quota - usage;
  for (const copy of all) {
    const soundness = await soundnessOf(copies, copy.name, journal);
    if (soundness === 'sound') sound.push(copy);
    if (soundness !== 'corrupt') left.push(copy);
    else {
      await copies.remove(copy.name);
      room += copy.bytes;
    }
  }
  if (room > wanted) return;
  const stay = new Set([...left.slice(0, LEAST_COPIES), ...sound.slice(0, LEAST_COPIES)]);
  for (const copy of left) if (!stay.has(copy)) await copies.remove(copy.name);
}
