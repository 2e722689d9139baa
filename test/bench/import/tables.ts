/** The last day of the table. */
const LAST_MS = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;
const MOODS = ['rad', 'good', 'meh', 'bad', 'awful'] as const;
/** The same moods of somebody whose phone speaks German since. */
const GERMAN: Readonly<Record<string, string>> = {
  rad: 'super',
  good: 'gut',
  meh: 'geht so',
  bad: 'schlecht',
  awful: 'lausig',
};
const ACTIVITIES = ['walk', 'tea', 'friends', 'choir', 'reading', 'swimming', 'work'] as const;
/** One note in so many was corrected between the two exports. */
const CORRECTED = 100;

interface Row {
  readonly day: string;
  readonly minute: number;
  readonly mood: string;
  readonly activities: readonly string[];
  readonly note: string;
}

/** Two entries a day, newest first, as the apps write them. */
const rowAt = (at: number): Row => ({
  day: new Date(LAST_MS - (at >> 1) * DAY_MS).toISOString().slice(0, 10),
  minute: at % 2 === 0 ? 20 * 60 + 39 : 8 * 60 + 5,
  mood: MOODS[(at * 7) % MOODS.length]!,
  activities: [ACTIVITIES[at % ACTIVITIES.length]!, ACTIVITIES[(at * 3 + 1) % ACTIVITIES.length]!],
  note: `A walk along the river, and a long talk about nothing, ${at}`,
});

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const csv = (count: number, line: (row: Row, at: number) => readonly string[]): string =>
  [
    'full_date,time,mood,activities,note_title,note',
    ...Array.from({ length: count }, (_, at) =>
      line(rowAt(at), at)
        .map((cell) => `"${cell}"`)
        .join(','),
    ),
  ].join('\n');

/** Daylio's table with `count` rows. */
export const table = (count: number): string =>
  csv(count, ({ day, minute, mood, activities, note }) => [
    day,
    `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
    mood,
    activities.join(' | '),
    '',
    note,
  ]);

/** What the same app writes of the same entries later: in another language, with another clock, and some notes corrected. */
export const laterTable = (count: number): string =>
  csv(count, ({ day, minute, mood, activities, note }, at) => {
    const hour = Math.floor(minute / 60);
    return [
      day,
      `${hour % 12 || 12}:${twoDigits(minute % 60)}\u202f${hour < 12 ? 'AM' : 'PM'}`,
      GERMAN[mood]!,
      activities.join(' | '),
      '',
      at % CORRECTED === 0 ? `${note}, corrected` : note,
    ];
  });
