import { expect } from 'chai';
import type { CheckInEntry, Entry, RecallEntry } from '../../../app/domain/entry/entry';
import { FIRST_WALL_MS, LAST_WALL_MS } from '../../../app/domain/moment/moment';
import {
  LONGEST_ID,
  LONGEST_NOTE,
  MOST_FEELINGS,
  MOST_READINGS,
  problemOf,
} from '../../../app/portability/read/fit-entry';
import { checkIn, NOON_MS, recall, trace } from '../../journal/support/samples';
import { STRANGE_ENTRIES } from '../../support/strange-entries';

const one = checkIn('one', NOON_MS) as CheckInEntry;
const without = (entry: Entry) => problemOf({ entry, trace: null });
const moment = (epochMs: number, offsetMinutes = 0) => ({ epochMs, zone: 'UTC', offsetMinutes });

describe('an entry from a file', () => {
  it('is taken in up to each bound, and refused behind it', () => {
    const pairs: readonly (readonly [Entry, Entry])[] = [
      [
        { ...one, id: 'x'.repeat(LONGEST_ID) },
        { ...one, id: 'x'.repeat(LONGEST_ID + 1) },
      ],
      [
        { ...one, id: '😀/..' },
        { ...one, id: '\ud83dx' },
      ],
      [
        { ...one, besideId: '😀' },
        { ...one, besideId: '\ude00' },
      ],
      [
        { ...one, startedAt: moment(LAST_WALL_MS) },
        { ...one, startedAt: moment(LAST_WALL_MS, 1) },
      ],
      [
        { ...one, savedAt: moment(FIRST_WALL_MS) },
        { ...one, savedAt: moment(FIRST_WALL_MS, -1) },
      ],
      [withNote('x'.repeat(LONGEST_NOTE)), withNote('x'.repeat(LONGEST_NOTE + 1))],
      [withFeelings(MOST_FEELINGS), withFeelings(MOST_FEELINGS + 1)],
    ];
    for (const [fits, refused] of pairs) {
      expect(without(fits)).to.equal(null);
      expect(without(refused)).to.match(/\.$/);
    }
  });

  it('is refused with times and readings that no recall has', () => {
    const entry = recall() as RecallEntry;
    const own = trace(entry.id);
    expect(problemOf({ entry, trace: own })).to.equal(null);
    const later = { ...own, segments: [{ ...own.segments[0]!, endMs: 1e300 }] };
    expect(problemOf({ entry, trace: later })).to.match(/longer/);
    const many = { ...own, tMs: new Float64Array(MOST_READINGS + 1) };
    expect(problemOf({ entry, trace: many })).to.match(/more face readings/);
  });

  it('is refused where it would be strange on a screen', () => {
    const refused = STRANGE_ENTRIES.filter((entry) => without(entry) !== null).map(({ id }) => id);
    expect(refused).to.include.members([
      '\ud800x',
      'last',
      'last-on',
      'year-10000',
      'many-feelings',
      'far-times',
      'long-word',
    ]);
  });
});

const withNote = (note: string): Entry => ({ ...one, report: { ...one.report, note } });
const withFeelings = (count: number): Entry => ({
  ...one,
  report: { ...one.report, feelings: Array(count).fill({ name: 'calm', intensity: 1 }) },
});
