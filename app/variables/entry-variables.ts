import { joinPairs, joinWords } from '../base/word-list';
import { type Entry, originOf } from '../domain/entry/entry';
import { ORIGIN_SOURCES } from '../domain/entry/origin';
import { RECALL_MODES } from '../domain/entry/recall-mode';
import { isoTime } from '../domain/moment/iso-time';
import { FIRST_WALL_MS, type Moment } from '../domain/moment/moment';
import { faceVariables } from './face-variables';
import { memoryVariables } from './memory-variables';
import { isNamed, OUTLINE_VARIABLES, type OutlineVariables } from './outline-variables';
import { outlineVariable } from './outline-words';
import { reportVariables } from './report-variables';
import type { Variable } from './variable';

/** The columns of `entries.csv`, one row per entry, in their order; what else a month keeps under a name comes last. */
export function entryVariables(outline: OutlineVariables = OUTLINE_VARIABLES): readonly Variable<Entry>[] {
  const ordered = [
    ...identity(),
    ...moment('started', 'when it began', ({ startedAt }) => startedAt),
    ...moment('saved', 'when it was saved', ({ savedAt }) => savedAt),
    ...reportVariables(),
    ...memoryVariables(),
    ...faceVariables(),
    STEP_DURATIONS,
    MODE,
    outlineVariable('againOf'),
    ...origin(),
    EDIT_COUNT,
    outlineVariable('ofDay'),
  ];
  const placed = new Set(ordered.map(({ name }) => name));
  return [
    ...ordered,
    ...Object.values(outline)
      .filter(isNamed)
      .filter(({ name }) => !placed.has(name)),
  ];
}

const STEP_DURATIONS: Variable<Entry> = {
  name: 'step_durations_ms',
  label: 'how long each step of the recall took, including pauses',
  type: 'list',
  unit: 'ms',
  only: 'recall',
  read: (entry) => (entry.kind === 'recall' ? joinPairs(Object.entries(entry.stepDurationsMs), '=') : null),
};

const MODE: Variable<Entry> = {
  name: 'recall_mode',
  label:
    'whether the person was asked to remember in silence or to tell it aloud; empty where they couldn’t choose yet',
  type: 'category',
  values: RECALL_MODES,
  only: 'recall',
  read: (entry) => (entry.kind === 'recall' ? (entry.mode ?? null) : null),
};

const identity = (): Variable<Entry>[] => [
  outlineVariable('id'),
  outlineVariable('kind'),
  {
    name: 'app_version',
    label: 'version of Reverie that made or imported the entry',
    type: 'text',
    read: ({ appVersion }) => appVersion,
  },
];

/** A moment in four columns: as a person reads it, and what makes it exact. */
const moment = (name: string, label: string, of: (entry: Entry) => Moment): Variable<Entry>[] => [
  {
    name: `${name}_at`,
    label,
    type: 'date and time',
    unit: 'ISO 8601, local time with its distance from UTC',
    read: (entry) => isoTime(of(entry)),
  },
  {
    name: `${name}_epoch_ms`,
    label,
    type: 'number',
    unit: 'ms since 1970-01-01T00:00Z',
    range: [FIRST_WALL_MS, 8.64e15],
    read: (entry) => of(entry).epochMs,
  },
  { name: `${name}_zone`, label, type: 'text', unit: 'IANA time zone', read: (entry) => of(entry).zone },
  {
    name: `${name}_offset_min`,
    label,
    type: 'whole number',
    unit: 'min east of UTC',
    range: [-840, 840],
    read: (entry) => of(entry).offsetMinutes,
  },
];

const EDIT_COUNT: Variable<Entry> = {
  name: 'edit_count',
  label: 'how often the person changed it after it was saved',
  type: 'whole number',
  range: [0, Number.MAX_SAFE_INTEGER],
  read: ({ edits }) => edits?.length ?? 0,
};

const origin = (): Variable<Entry>[] => [
  {
    name: 'origin',
    label: 'where an entry that wasn’t made in Reverie came from',
    type: 'category',
    values: ORIGIN_SOURCES,
    only: 'check-in',
    read: (entry) => originOf(entry)?.source ?? null,
  },
  {
    name: 'origin_app',
    label: 'the app that wrote the file it came from, where that is known',
    type: 'text',
    only: 'check-in',
    read: (entry) => originOf(entry)?.app ?? null,
  },
  outlineVariable('originKey'),
  {
    name: 'origin_mood',
    label: 'what the mood was called there',
    type: 'text',
    only: 'check-in',
    read: (entry) => originOf(entry)?.mood ?? null,
  },
  {
    name: 'origin_activities',
    label: 'the activities that were ticked',
    type: 'list',
    only: 'check-in',
    read: (entry) => {
      const activities = originOf(entry)?.activities ?? [];
      return activities.length > 0 ? joinWords(activities) : null;
    },
  },
];
