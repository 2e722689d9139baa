import { edited } from '../../domain/entry/edits';
import { type Entry, originOf } from '../../domain/entry/entry';
import type { Moment } from '../../domain/moment/moment';
import type { Report } from '../../domain/report/report';
import type { KeptEntry } from '../../journal/journal';
import type { Candidate } from './import-row';
import { BOOKKEEPING, digest, without } from './known-again';

/**
 * The entry that is here with what the file says of it; what it said before is among its edits, so that it can be seen and brought
 * back. Null if they differ in what no edit changes, such as the face readings.
 */
export function replacement(here: Entry, { entry, denotes }: Candidate, now: Moment): Entry | null {
  const origin = originOf(entry);
  const later = origin ? { origin } : {};
  if (denotes) return edited(here, { report: reportWith(here.report, entry.report), ...later }, now);
  if (unsaid(here) !== unsaid(entry)) return null;
  const memory = entry.kind === 'recall' ? { memory: entry.memory } : {};
  return edited(here, { startedAt: entry.startedAt, report: entry.report, ...memory, ...later }, now);
}

/** What another app does not tell of, the person has added here: it stays. */
const reportWith = (here: Report, inFile: Report): Report => ({
  ...here,
  valence: inFile.valence,
  arousal: inFile.arousal ?? here.arousal,
  feelings: inFile.feelings.length > 0 ? inFile.feelings : here.feelings,
  note: inFile.note,
});

/** All that an edit leaves as it is. */
function unsaid(entry: Entry): string {
  return digest(without(entry, [...BOOKKEEPING, 'startedAt', 'report', 'memory', 'origin']));
}

/** The file's version under an id of its own, kept beside the one that is here. The same file gives the same id. */
export function beside(here: Entry, { entry, trace }: Candidate): KeptEntry {
  const id = digest(entry);
  const besideId = here.besideId ?? here.id;
  return { entry: { ...entry, id, besideId }, trace: trace && { ...trace, entryId: id } };
}
