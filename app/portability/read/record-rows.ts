import { msg, str } from '@lit/localize';
import { DAY_MS, MINUTE_MS } from '../../base/time';
import type { CheckInEntry } from '../../domain/entry/entry';
import type { OriginSource } from '../../domain/entry/origin';
import { type Moment, momentAt } from '../../domain/moment/moment';
import { momentOfWall, utcMs } from '../../domain/moment/wall-time';
import type { Rating } from '../../domain/report/rating';
import type { Feeling } from '../../domain/report/report';
import { fullDay } from '../../words/dates';
import { feelingsIn, feelingsNamed } from './feelings-in-text';
import type { FileRecord } from './file-record';
import { type Candidate, type ImportRow, type RowContext, RowFault, rowFrom } from './import-row';
import { type Denoted, withKey } from './known-again';
import { type DayOrder, NOON, readDate, readDateTime, readTimeOfDay } from './local-time';
import { type MoodStep, moodRating } from './moods';
import { numberOf, type Scale, scaleRating } from './scales';

/** What is decided about all records of a file. */
export interface Decided {
  readonly source: OriginSource;
  /** The app that wrote it, if one that is known. */
  readonly app?: string;
  /** The steps of its mood words; a word that is not among them has no rating. */
  readonly steps: ReadonlyMap<string, MoodStep | null>;
  /** What its numbers are on; null where its moods are words, whatever they look like. */
  readonly scale: Scale | null;
  readonly dayOrder: DayOrder;
}

/** Each record as a check-in. */
export function* recordRows(
  records: Iterable<FileRecord>,
  decided: Decided,
  context: RowContext,
): Generator<ImportRow> {
  for (const record of records) {
    const { row, fault, cells } = record;
    const read =
      fault === undefined
        ? rowFrom(
            row,
            () => candidateOf(record, decided, context),
            ({ entry }) => remarkOn(entry.startedAt, context),
          )
        : { row, problem: fault };
    yield 'problem' in read && cells ? { ...read, cells } : read;
  }
}

/** A time zone ahead of the phone's is no future. */
const NEAR_MS = 2 * DAY_MS;

const remarkOn = (startedAt: Moment, { now }: RowContext): string | null =>
  startedAt.epochMs > now.epochMs + NEAR_MS
    ? msg(str`${fullDay(startedAt)} hasn’t come yet. Is the year right?`)
    : null;

function candidateOf(record: FileRecord, decided: Decided, context: RowContext): Candidate {
  const { title = '', note = '', mood = '', activities = [] } = record;
  const report = {
    valence: record.rating ?? valenceOf(record, decided),
    arousal: scaleRating('arousal', record.arousal ?? '', decided.scale ?? [-1, 1]),
    feelings: feelingsOf(record),
    note: [title, note].filter((part) => part !== '').join('\n'),
  };
  const says =
    report.valence || report.arousal || report.feelings.length > 0 || report.note || mood || activities.length;
  if (!says) throw new RowFault(msg('There’s a time, but no rating, feeling or text.'));
  const { startedAt, denotes } = startOf(record, decided.dayOrder, context.zone);
  const entry: CheckInEntry = {
    version: 1,
    id: context.newId(),
    kind: 'check-in',
    startedAt,
    savedAt: context.now,
    report,
    appVersion: context.appVersion,
    origin: {
      source: decided.source,
      ...(decided.app === undefined ? {} : { app: decided.app }),
      key: '',
      mood: isWord(mood, decided.scale) ? mood : null,
      activities: [...new Set(activities)],
    },
  };
  return { entry: withKey(entry, denotes), trace: null, denotes };
}

/** Whether a mood is a word, which has a step, and not a number on the scale. */
export const isWord = (mood: string, scale: Scale | null): boolean =>
  mood !== '' && (scale === null || numberOf(mood) === null);

function valenceOf({ valence = '', mood = '' }: FileRecord, { steps, scale, source }: Decided): Rating | null {
  if (valence !== '') return scaleRating('valence', valence, scale ?? [-1, 1]);
  if (scale !== null && !isWord(mood, scale)) return scaleRating('mood', mood, scale);
  const step = steps.get(mood) ?? null;
  return step === null ? null : moodRating(step, source === 'daylio' ? undefined : 'mood-word');
}

const feelingsOf = ({ feelings = '', feelingNames }: FileRecord): Feeling[] =>
  feelingNames ? feelingsNamed(feelingNames) : feelingsIn(feelings);

/** The last moment JavaScript knows. */
const LAST_MS = 8.64e15;

interface Start {
  readonly startedAt: Moment;
  readonly denotes: Denoted;
}

function startOf(record: FileRecord, order: DayOrder, here: string): Start {
  const zone = record.zone || here;
  try {
    if (record.instantMs !== undefined && !(Math.abs(record.instantMs) <= LAST_MS))
      throw new RowFault(msg(str`“${record.instantMs}” is not a time.`));
    if (record.instantMs !== undefined) return { startedAt: momentAt(record.instantMs, zone), denotes: 'moment' };
    if (record.wall) return { startedAt: momentOfWall(record.wall, zone), denotes: 'wall' };
    return record.at ? exactStart(record.at, order, zone) : wallStart(record, order, zone);
  } catch (error) {
    if (error instanceof RangeError)
      throw new RowFault(msg(str`zone: “${zone}” is not a time zone like Europe/Berlin.`));
    throw error;
  }
}

/** Where no time of day is given the entry stands at noon. */
function wallStart({ date = '', time = '', dateName = 'date' }: FileRecord, order: DayOrder, zone: string): Start {
  const day = readDate(date, order);
  if (!day) {
    // A date with its time in one cell, as spreadsheets make of two.
    if (time === '' && readDateTime(date, order)) return exactStart(date, order, zone);
    throw new RowFault(msg(str`${dateName}: “${date}” is not a date like 2026-11-22.`));
  }
  const timeOfDay = time === '' ? NOON : readTimeOfDay(time);
  if (!timeOfDay) throw new RowFault(msg(str`time: “${time}” is not a time like 20:39 or 8:39 pm.`));
  return { startedAt: momentOfWall({ ...day, ...timeOfDay }, zone), denotes: 'wall' };
}

/** Seconds since 1970 have ten digits, milliseconds thirteen. */
const EPOCH = /^-?(\d{9,10}|\d{12,13})$/;

/**
 * A time with its distance from UTC is exact, whatever the zone; one without is the zone's. One that ends in `Z` says the moment
 * alone, so where the person was is the zone's to say.
 */
function exactStart(text: string, order: DayOrder, zone: string): Start {
  const [, digits] = EPOCH.exec(text) ?? [];
  if (digits) return { startedAt: momentAt(Number(text) * (digits.length < 12 ? 1000 : 1), zone), denotes: 'moment' };
  const read = readDateTime(text, order);
  if (!read) {
    const day = readDate(text, order);
    if (day) return { startedAt: momentOfWall({ ...day, ...NOON }, zone), denotes: 'wall' };
    throw new RowFault(msg(str`started_at: “${text}” is not a time like 2026-11-22T20:39.`));
  }
  const { wall, offsetMinutes, isZulu } = read;
  if (offsetMinutes === null) return { startedAt: momentOfWall(wall, zone), denotes: 'wall' };
  const moment = momentAt(utcMs(wall) - offsetMinutes * MINUTE_MS, zone);
  return { startedAt: isZulu ? moment : { ...moment, offsetMinutes }, denotes: 'moment' };
}
