/** The languages whose names of months and halves of the day are known, from the browser's own tables. */
const LANGUAGES =
  'en de fr es it pt nl pl sv da nb fi cs sk hu ro tr ru uk bg hr el ca id vi hi ar fa he th ja ko zh'.split(' ');

/** A word without capitals, points and blanks: `p. m.` and `PM` are one. */
const bare = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.\u00a0\u202f·]/g, '');

/** Makes it when it is first asked for, because few files have words in their times. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const months = once(() => {
  const names = new Map<string, number>();
  for (const locale of LANGUAGES)
    for (const style of ['long', 'short'] as const)
      for (const alone of [true, false]) {
        const day = alone ? undefined : ('numeric' as const);
        const options = { month: style, day, timeZone: 'UTC', calendar: 'gregory' } as const;
        const format = new Intl.DateTimeFormat(locale, options);
        for (let month = 0; month < 12; month++) {
          const name = format.formatToParts(Date.UTC(2021, month, 15)).find(({ type }) => type === 'month')!.value;
          if (!/\d/.test(name) && !names.has(bare(name))) names.set(bare(name), month + 1);
        }
      }
  // Short for September in English, beside "Sep".
  return names.set('sept', 9);
});

/** The month of that name, 1 to 12; null for another word. */
export const monthNamed = (word: string): number | null => months().get(bare(word)) ?? null;

const halves = once(() => {
  const names = new Map<string, 'am' | 'pm'>([
    ['a', 'am'],
    ['p', 'pm'],
    ['vorm', 'am'],
    ['nachm', 'pm'],
    ['오전', 'am'],
    ['오후', 'pm'],
  ]);
  for (const locale of LANGUAGES) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const [half, hour] of [
      ['am', 9],
      ['pm', 21],
    ] as const) {
      const name = format.formatToParts(Date.UTC(2021, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value;
      if (name && !names.has(bare(name))) names.set(bare(name), half);
    }
  }
  return names;
});

/** Which half of the day the words beside a time say; `none` without any, null where they say something else. */
export function halfOfDay(words: string): 'am' | 'pm' | 'none' | null {
  const word = bare(words);
  if (word === '' || word === 'h' || word === 'uhr') return 'none';
  return /^[ap]m$/.test(word) ? (word as 'am' | 'pm') : (halves().get(word) ?? null);
}

/** Whether the day comes before the month in dates where this phone is used, whatever language the page speaks. */
export function isDayFirst(): boolean {
  const locale = navigator.language;
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
}
