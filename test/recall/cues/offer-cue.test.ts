import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../../../app/base/time';
import {
  type CueChoices,
  NAMED_CUE,
  type Named,
  NO_CHOICES,
  OWN_CUE,
  type OwnCue,
  REST_DAYS,
} from '../../../app/domain/memory/cue-choices';
import type { CueValence } from '../../../app/domain/memory/memory';
import { dayOf, momentAt } from '../../../app/domain/moment/moment';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import type { CuePast, RecentRecall } from '../../../app/recall/cues/cue-past';
import {
  anotherOffer,
  BALANCE_DAYS,
  type CueOffer,
  nextOffer,
  standingOffer,
  withOffer,
} from '../../../app/recall/cues/offer-cue';
import { NAMED_APART } from '../../../app/recall/cues/rested-cues';

const YEARS = 10;
const EASY: readonly RecentRecall[] = [{ cueId: null, day: '2025-12-31', hard: false }];
const GENTLE = CUE_DECK.filter(({ valence }) => valence !== 'negative').map(({ id }) => id);

const dayAt = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * DAY_MS).toISOString().slice(0, 10);

/** What the app offers on each of these days to somebody who opens it once and does `live` with what is offered. */
function offers(days: readonly string[], live: (past: CuePast, offer: CueOffer) => CuePast = (past) => past) {
  let past: CuePast = { day: days[0]!, choices: NO_CHOICES, recalls: EASY };
  return days.map((day) => {
    past = { ...past, day };
    const offer = nextOffer(past)!;
    past = live({ ...past, choices: withOffer(past.choices, offer, day) }, offer);
    return { day, ...offer };
  });
}

type Turn = ReturnType<typeof offers>[number];

const tenYears = Array.from({ length: 365 * YEARS }, (_, at) => dayAt(at));

/** The fewest and most of `all` that are `such` in any two weeks. */
function inTwoWeeks(all: readonly Turn[], such: (turn: Turn) => boolean): readonly [number, number] {
  const counts = Array.from(
    { length: all.length - BALANCE_DAYS + 1 },
    (_, from) => all.slice(from, from + BALANCE_DAYS).filter(such).length,
  );
  return [Math.min(...counts), Math.max(...counts)];
}

/** The shortest time in days between two offers of the same question. */
function shortestRest(turns: readonly Turn[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { day, cue, beside } of turns) {
    for (const { id } of beside ? [cue, beside] : [cue]) {
      const at = Date.parse(day) / DAY_MS;
      shortest = Math.min(shortest, at - (last.get(id) ?? Number.NEGATIVE_INFINITY));
      last.set(id, at);
    }
  }
  return shortest;
}

const isOf = (valence: CueValence) => (turn: Turn) => turn.cue.valence === valence;

describe('ten years of days', () => {
  const turns = offers(tenYears);

  it('keep the classes and the directions even over any two weeks', () => {
    for (const valence of ['positive', 'neutral', 'negative'] as const)
      expect(inTwoWeeks(turns, isOf(valence)), valence).to.deep.equal([4, 5]);
    const [fewest, most] = inTwoWeeks(turns, ({ cue }) => cue.direction === 'future');
    expect(fewest).to.be.at.least(3);
    expect(most).to.be.at.most(6);
  });

  it('bring every question, and none again within sixty days', () => {
    const brought = new Set(turns.flatMap(({ cue, beside }) => [cue.id, beside?.id]));
    for (const { id } of CUE_DECK) expect(brought.has(id), id).to.equal(true);
    expect(shortestRest(turns)).to.be.at.least(REST_DAYS);
  });

  it('set an equal other beside each hard question, and never ask two days in a row for one', () => {
    for (const [at, { cue, beside }] of turns.entries()) {
      if (cue.valence !== 'negative') expect(beside).to.equal(null);
      else {
        expect(beside?.valence).to.be.oneOf(['positive', 'neutral']);
        expect(beside?.direction).to.equal(cue.direction);
        expect(turns[at + 1]?.cue.valence).not.to.equal('negative');
      }
    }
  });

  it('seldom bring the same theme two days in a row', () => {
    const theme = ({ cue }: Turn) => CUE_DECK.find(({ id }) => id === cue.id)!.theme;
    const repeats = turns.filter((turn, at) => at > 0 && theme(turn) === theme(turns[at - 1]!)).length;
    expect(repeats / turns.length).to.be.below(0.02);
  });

  for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia']) {
    it(`are one turn each in ${zone}, whatever its clocks do`, () => {
      let past: CuePast = { day: '', choices: NO_CHOICES, recalls: EASY };
      const byDay = new Map<string, Set<string>>();
      const start = Date.UTC(2026, 0, 1);
      // Every seven hours, so that every hour of a day comes.
      for (let ms = start; ms < start + YEARS * 365 * DAY_MS; ms += 7 * HOUR_MS) {
        const day = dayOf(momentAt(ms, zone));
        past = { ...past, day };
        const standing = standingOffer(past);
        const offer = standing ?? nextOffer(past)!;
        if (!standing) past = { ...past, choices: withOffer(past.choices, offer, day) };
        byDay.set(day, (byDay.get(day) ?? new Set()).add(offer.cue.id));
      }
      expect(byDay.size).to.be.at.least(YEARS * 365);
      for (const [day, ids] of byDay) expect(ids.size, day).to.equal(1);
    }).timeout(20_000);
  }
});

describe('somebody who lives with it', () => {
  /** Relives what is offered, and finds every third memory hard. */
  const reliving = (past: CuePast, { cue, beside }: CueOffer): CuePast => {
    const taken = beside && past.day.endsWith('5') ? beside : cue;
    const hard = taken.valence === 'negative' || Number(past.day.slice(-2)) % 3 === 0;
    return { ...past, recalls: [{ cueId: taken.id, day: past.day, hard }, ...past.recalls].slice(0, 24) };
  };

  it('is offered no hard question before their first recall, nor after a hard one', () => {
    for (const day of tenYears.slice(0, 400))
      expect(nextOffer({ day, choices: NO_CHOICES, recalls: [] })!.cue.valence).not.to.equal('negative');
    let hard = false;
    offers(tenYears.slice(0, 1500), (past, offer) => {
      if (hard) expect(offer.cue.valence).not.to.equal('negative');
      const after = reliving(past, offer);
      hard = after.recalls[0]!.hard;
      return after;
    });
  });

  it('still meets none again within sixty days, with some hidden, some favoured and one of their own', () => {
    const own: OwnCue = { id: `${OWN_CUE}1`, valence: 'positive', direction: 'past', question: 'The lake?' };
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...CUE_DECK.map(({ id }) => id)), { maxLength: 6 }),
        fc.uniqueArray(fc.constantFrom(...GENTLE), { maxLength: 5 }),
        (hidden, favoured) => {
          const first = { day: dayAt(0), choices: { ...NO_CHOICES, hidden, favoured, own: [own] }, recalls: EASY };
          let past: CuePast = first;
          const turns = tenYears.slice(0, 400).map((day) => {
            const offer = nextOffer({ ...past, day })!;
            past = reliving({ ...past, day, choices: withOffer(past.choices, offer, day) }, offer);
            return { day, ...offer };
          });
          expect(shortestRest(turns)).to.be.at.least(REST_DAYS);
          const ids = turns.flatMap(({ cue, beside }) => [cue.id, beside?.id]);
          for (const id of hidden) expect(ids).not.to.include(id);
          expect(ids.slice(0, 60)).to.include(own.id);
          for (const id of favoured.filter((one) => !hidden.includes(one))) expect(ids.slice(0, 90)).to.include(id);
        },
      ),
      { numRuns: 30 },
    );
  }).timeout(20_000);
});

describe('what a person named', () => {
  const KINDS = ['song', 'place', 'person'] as const;
  const namedOf = (count: number): readonly Named[] =>
    Array.from({ length: count }, (_, at) => ({ id: `${NAMED_CUE}${at}`, kind: KINDS[at % 3]!, name: `No. ${at}` }));

  it('comes in balance with the rest: soon, never twice within sixty days, and never all the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3_000 }), (count, from) => {
        const named = namedOf(count);
        let past: CuePast = { day: dayAt(from), choices: { ...NO_CHOICES, named }, recalls: EASY };
        const turns = Array.from({ length: 200 }, (_, at) => {
          const day = dayAt(from + at);
          const offer = nextOffer({ ...past, day })!;
          past = { ...past, day, choices: withOffer(past.choices, offer, day) };
          return { day, ...offer };
        });
        expect(shortestRest(turns)).to.be.at.least(REST_DAYS);
        const places = turns.flatMap(({ cue }, at) => (cue.id.startsWith(NAMED_CUE) ? [at] : []));
        expect(places[0], 'soon').to.be.below(12);
        const gaps = places.slice(1).map((place, at) => place - places[at]!);
        expect(Math.min(NAMED_APART + 1, ...gaps), 'apart').to.be.above(NAMED_APART);
        for (const valence of ['positive', 'negative', 'neutral'] as const) {
          const [fewest, most] = inTwoWeeks(turns, ({ cue }) => cue.valence === valence);
          expect([fewest >= 3, most <= 7], `${valence} ${fewest} ${most}`).to.deep.equal([true, true]);
        }
      }),
      { numRuns: 20 },
    );
  }).timeout(20_000);

  it('is hidden and favoured like any other', () => {
    const [one, other] = namedOf(2);
    const choices = { ...NO_CHOICES, named: [one!, other!], hidden: [one!.id], favoured: [other!.id] };
    let past: CuePast = { day: dayAt(0), choices, recalls: EASY };
    const ids = Array.from({ length: 90 }, (_, at) => {
      const offer = nextOffer({ ...past, day: dayAt(at) })!;
      past = { ...past, choices: withOffer(past.choices, offer, dayAt(at)) };
      return offer.cue.id;
    });
    expect(ids).not.to.include(one!.id);
    expect(ids.filter((id) => id === other!.id)).to.have.length.of.at.least(1);
  });
});

describe('an offer', () => {
  const past = (choices: Partial<CueChoices>, recalls = EASY, day = '2026-05-04'): CuePast => ({
    day,
    choices: { ...NO_CHOICES, ...choices },
    recalls,
  });
  const offered = (cueId: string, besideId: string | null = null, day = '2026-05-04') => ({ day, cueId, besideId });

  it('stays for the day, and if one travels west', () => {
    const one = { offered: [offered('view')] };
    expect(standingOffer(past(one))?.cue.id).to.equal('view');
    expect(standingOffer(past(one, EASY, '2026-05-03'))?.cue.id).to.equal('view');
    expect(standingOffer(past(one, EASY, '2026-05-05'))).to.equal(null);
    expect(standingOffer(past({}))).to.equal(null);
  });

  it('is gone once it was relived, hidden or removed, and a hard one once its other is or a recall was hard', () => {
    const relived = [{ cueId: 'view', day: '2026-05-04', hard: false }];
    expect(standingOffer(past({ offered: [offered('view')] }, relived))).to.equal(null);
    expect(standingOffer(past({ offered: [offered('view')], hidden: ['view'] }))).to.equal(null);
    expect(standingOffer(past({ offered: [offered(`${OWN_CUE}removed`)] }))).to.equal(null);
    const pair = { offered: [offered('lost', 'view')] };
    expect(standingOffer(past(pair))?.beside?.id).to.equal('view');
    expect(standingOffer(past({ ...pair, hidden: ['view'] }))).to.equal(null);
    expect(standingOffer(past(pair, [{ cueId: null, day: '2026-05-04', hard: true }]))).to.equal(null);
  });

  it('of another question is gentle and new, until all were passed by; then it is the one of longest ago', () => {
    let now = past({});
    const seen: string[] = [];
    for (const _ of GENTLE) {
      const offer = anotherOffer(now)!;
      expect(offer.beside).to.equal(null);
      seen.push(offer.cue.id);
      now = { ...now, choices: withOffer(now.choices, offer, now.day) };
    }
    expect(seen).to.have.members(GENTLE);
    now = {
      ...now,
      day: '2026-05-05',
      choices: withOffer(now.choices, { cue: anotherOffer(now)!.cue, beside: null }, '2026-05-05'),
    };
    const again = anotherOffer({ ...now, day: '2026-05-06' })!.cue.id;
    expect(again).not.to.equal(now.choices.offered.at(-1)!.cueId);
  });

  it('is none where every gentle question is hidden', () => {
    expect(nextOffer(past({ hidden: GENTLE }))).to.equal(null);
    expect(anotherOffer(past({ hidden: GENTLE }))).to.equal(null);
  });

  it('is forgotten once it has rested', () => {
    const old = [offered('view', null, '2026-03-05'), offered('dance', null, '2026-03-06')];
    const cue = CUE_DECK[0]!;
    const after = withOffer({ ...NO_CHOICES, offered: old }, { cue, beside: null }, '2026-05-04');
    expect(after.offered.map(({ cueId }) => cueId)).to.deep.equal(['dance', cue.id]);
  });
});
