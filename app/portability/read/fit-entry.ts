import { msg, str } from '@lit/localize';
import { MINUTE_MS } from '../../base/time';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { FIRST_WALL_MS, LAST_WALL_MS, type Moment } from '../../domain/moment/moment';
import type { KeptEntry } from '../../journal/journal';
import { formatCount } from '../../words/numbers';

/*
 * What may come in from a file, beside the form of an entry: bounds a few times what this app itself writes. They keep out what
 * was made to break a screen; nobody's journal comes near them.
 */
export const LONGEST_ID = 200;
export const LONGEST_NOTE = 1_000_000;
export const LONGEST_WORD = 10_000;
export const MOST_FEELINGS = 100;
export const MOST_ACTIVITIES = 1_000;
/** A recall of three minutes on a camera of 60 pictures a second, with its baseline, has half of it. */
export const MOST_READINGS = 30_000;
/** Eleven days: nothing that is timed within a recall lasts as long. */
export const LONGEST_MS = 1e9;
/** Of an entry as JSON, without its trace, in characters. */
export const LONGEST_ENTRY = 3_000_000;

/** Half of a surrogate pair, which stands for no letter. */
const HALF_A_LETTER = /\p{Surrogate}/u;

/** Why an entry is not taken in, as a sentence for the person; null if it is. */
export const problemOf = ({ entry, trace }: KeptEntry): string | null =>
  idProblem(entry) ?? momentProblem(entry) ?? sizeProblem(entry) ?? timingProblem(entry, trace);

function idProblem(entry: Entry): string | null {
  const { id, besideId = '' } = entry;
  const againOf = (entry.kind === 'recall' && entry.againOf) || '';
  return [id, besideId, againOf].some((id) => id.length > LONGEST_ID || HALF_A_LETTER.test(id))
    ? msg('Its id is damaged or too long.')
    : null;
}

const isInRange = ({ epochMs, offsetMinutes }: Moment): boolean => {
  const here = epochMs + offsetMinutes * MINUTE_MS;
  return Math.min(epochMs, here) >= FIRST_WALL_MS && Math.max(epochMs, here) <= LAST_WALL_MS;
};

const momentProblem = ({ startedAt, savedAt }: Entry): string | null =>
  isInRange(startedAt) && isInRange(savedAt) ? null : msg('Its time isn’t between the years 1000 and 9999.');

function sizeProblem(entry: Entry): string | null {
  const { note, feelings } = entry.report;
  if (note.length > LONGEST_NOTE) {
    const [length, most] = [formatCount(note.length), formatCount(LONGEST_NOTE)];
    return msg(str`Its note has ${length} characters; ${most} are the most that fit.`);
  }
  const activities = entry.kind === 'check-in' ? (entry.origin?.activities ?? []) : [];
  const words = [...feelings.map(({ name }) => name), ...activities, entry.kind === 'recall' ? entry.memory.title : ''];
  const fits =
    feelings.length <= MOST_FEELINGS &&
    activities.length <= MOST_ACTIVITIES &&
    words.every((word) => word.length <= LONGEST_WORD) &&
    JSON.stringify(entry).length <= LONGEST_ENTRY;
  return fits ? null : msg('It’s too large to be a journal entry.');
}

function timingProblem(entry: Entry, trace: Trace | null): string | null {
  const times = [
    ...(entry.kind === 'recall' ? summaryTimes(entry.face) : []),
    ...(trace
      ? [trace.tMs[0] ?? 0, trace.tMs.at(-1) ?? 0, ...trace.segments.flatMap((one) => [one.startMs, one.endMs])]
      : []),
  ];
  if (times.some((ms) => Math.abs(ms) > LONGEST_MS)) return msg('Its recall lasts longer than any recall can.');
  return (trace?.tMs.length ?? 0) > MOST_READINGS ? msg('It has more face readings than a recall can hold.') : null;
}

const summaryTimes = (face: Extract<Entry, { kind: 'recall' }>['face']): readonly number[] =>
  face.summary
    ? [
        face.summary.recallMs,
        face.summary.usableMs,
        face.summary.turn?.atMs ?? 0,
        ...face.summary.peaks.flatMap(({ onsetMs, apexMs, offsetMs }) => [onsetMs, apexMs, offsetMs]),
      ]
    : [face.usableMs];
