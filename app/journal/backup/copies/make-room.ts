import type { Copies, Copy, JournalKeys } from './copies';
import { soundnessOf } from './corrupt-copies';

/** With room for fewer copies than this, only `LEAST_COPIES` stay: the journal needs the room more. */
const ROOM_COPIES = 4;
const LEAST_COPIES = 2;

/**
 * Removes copies if there is little room: first the corrupt ones, and if that is not enough, the oldest. The two newest sound copies
 * always stay. So do the two newest copies that are not corrupt, because an unknown one may be all that is left of another journal.
 *
 * Copies are read only if there is little room, because it takes reading all of them to know which are corrupt. Rejects if that
 * fails; no copy that may be sound has been removed then.
 */
export async function makeRoom(copies: Copies, journal: JournalKeys): Promise<void> {
  const all = await copies.list();
  // By the largest copy, because one that was cut off does not tell how large the next will be.
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
