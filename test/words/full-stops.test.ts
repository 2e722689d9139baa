import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../app/base/time';
import { momentAt } from '../../app/domain/moment/moment';
import { dayName, monthName } from '../../app/words/calendar';
import { clockTime } from '../../app/words/clock-time';
import { dayWords, fullDay, longDay, monthOf, timeOf, whenWords } from '../../app/words/dates';
import { agoWords, markOf, markWithTime } from '../../app/words/day-words';
import { formatFineShare, formatMilliseconds } from '../../app/words/fine-measures';
import { LANGUAGES } from '../../app/words/languages';
import { speak } from '../../app/words/locale';
import { formatBytes, formatCountdown, formatDuration, formatSeconds } from '../../app/words/measures';
import { weekdayName } from '../../app/words/weekdays';

/** Not the pseudo-locales: the one that writes its dates in Russian says "2026 г.", and nobody reads it. */
const SPOKEN = Object.keys(LANGUAGES).filter((code) => !/-X[AB]/.test(code));

/** Where the languages we speak are written in ways of their own: "p.m." in Canada, "Jän." in Austria. */
const REGIONS = ['', 'US', 'GB', 'CA', 'AU', 'IE', 'IN', 'ZA', 'NZ', 'AT', 'CH', 'DE', 'EG', 'MA', 'SA', 'AE', 'DZ'];

const now = momentAt(Date.UTC(2026, 10, 22, 12), 'UTC');
const afternoon = (day: number) => momentAt(now.epochMs - day * DAY_MS + 3 * HOUR_MS, 'UTC');

/** All that is put into sentences with its unit, or as a day or a time. */
const written = (): string[] => [
  ...[1, 45, 60].map(formatSeconds),
  ...[1, 45_000, MINUTE_MS, 1.5 * MINUTE_MS, 60 * MINUTE_MS].map(formatDuration),
  ...[0, 840_000, 11_360_000, 2.5e9].map(formatBytes),
  ...[9, 21].map((hour) => clockTime(hour * 60)),
  ...[formatMilliseconds(12.34), formatFineShare(0.0004), formatCountdown(45_000)],
  ...Array.from({ length: 13 }, (_, month) => afternoon(31 * month)).flatMap((moment) => [
    ...[timeOf, fullDay, longDay, monthOf].map((words) => words(moment)),
    ...[dayWords, whenWords].map((words) => words(moment, now)),
    ...[true, false].map((withYear) => markOf(moment.epochMs, withYear)),
    ...[dayName, monthName].map((words) => words(Math.floor(moment.epochMs / DAY_MS))),
    markWithTime(moment.epochMs),
  ]),
  ...[0, 1, 20, 90, 800].map((days) =>
    agoWords(new Date(now.epochMs - days * DAY_MS).toISOString().slice(0, 10), '2026-11-22'),
  ),
  ...[0, 1, 2, 3, 4, 5, 6].map(weekdayName),
];

describe('what can stand last in a sentence', () => {
  afterEach(async () => {
    delete (navigator as { languages?: unknown }).languages;
    await speak('en');
  });

  for (const language of SPOKEN) {
    it(`brings no full stop of its own: ${language}`, async () => {
      for (const region of REGIONS) {
        const tag = region ? `${language}-${region}` : language;
        Object.defineProperty(navigator, 'languages', { value: [tag], configurable: true });
        await speak(language);
        expect(
          written().filter((words) => words.endsWith('.')),
          tag,
        ).to.deep.equal([]);
      }
    });
  }

  it('keeps the unit, the month and the half of the day', async () => {
    Object.defineProperty(navigator, 'languages', { value: ['de-DE', 'en-CA'], configurable: true });
    await speak('de');
    expect([formatSeconds(4), formatDuration(45_000), formatDuration(90_000)].map(plain)).to.deep.equal([
      '4 s',
      '45 s',
      '1,5 min',
    ]);
    expect(markOf(Date.UTC(2026, 10, 25), false)).to.equal('25. Nov');
    await speak('en');
    expect(plain(clockTime(20 * 60))).to.equal('8:00 pm');
  });
});

const plain = (words: string): string => words.replace(/\s/g, ' ');
