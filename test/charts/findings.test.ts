import { expect } from 'chai';
import { againTable, againWords } from '../../app/charts/again/again-words';
import { apartTable, apartWords } from '../../app/charts/apart/apart-words';
import { byCueTable, byCueWords } from '../../app/charts/by-cue/by-cue-words';
import { companyTable, companyWords } from '../../app/charts/company/company-words';
import { comparedTable, comparedWords } from '../../app/charts/compared/compared-words';
import { daysTable, daysWords } from '../../app/charts/days/days-words';
import { mapTable, mapWords } from '../../app/charts/map/map-words';
import { tiredTable, tiredWords } from '../../app/charts/tired/tired-words';
import { type TellableTogether, togetherTable, togetherWords } from '../../app/charts/together/together-words';
import { weekHoursTable, weekHoursWords } from '../../app/charts/week-hours/week-hours-words';
import type { Entry } from '../../app/domain/entry/entry';
import { EVERYTHING } from '../../app/insights/readers/book';
import { NOTHING } from '../../app/insights/sample/truths';
import type { InsightsDesk } from '../../app/insights/worker/insights-desk';
import { NOW_MS } from '../support/sample-entries';
import { NEVER_SAID } from './never-said';
import { deskOf, madeUp } from './told';

const DAY_MS = 86_400_000;
const numberIn = (text: string): number => Number(/-?\d+(\.\d+)?/.exec(text.replace('−', '-').replaceAll(',', ''))![0]);

/** What must hold of each finding in any journal: it says what its table says. */
const FOLLOWS: Readonly<Record<string, (desk: InsightsDesk) => Promise<void>>> = {
  'the days': async (desk) => {
    const data = await desk.chapter('days', EVERYTHING);
    const rated = daysTable(data)
      .rows.map(({ cells }) => cells[1]!)
      .filter((cell) => cell !== '–');
    // A day of 0.004 is written 0.00 and is pleasant.
    const [least, most] = [(value: number) => value > 0, (value: number) => value >= 0].map(
      (is) => rated.map(numberIn).filter(is).length,
    ) as [number, number];
    const [pleasant, of] = [...daysWords(data).finding.matchAll(/\d+/g)].map(Number);
    expect(of).to.equal(rated.length);
    expect(pleasant).to.be.within(least, most);
  },
  'the map': async (desk) => {
    const data = await desk.chapter('map', EVERYTHING);
    if ('needs' in data) throw new Error('too few');
    const shares = mapTable(data).rows.map(({ cells }) => numberIn(cells[1]!));
    expect(numberIn(mapWords(data).evidence)).to.equal(Math.max(...shares));
  },
  'the week': async (desk) => {
    const data = await desk.chapter('week-hours', EVERYTHING);
    const { finding, numbers } = weekHoursWords(data);
    const [day] = numbers.split(':');
    const means = new Map<string, { sum: number; n: number }>();
    for (const { cells } of weekHoursTable(data, 2).rows) {
      const [name] = cells[0]!.split(',');
      const own = means.get(name!) ?? { sum: 0, n: 0 };
      means.set(name!, { sum: own.sum + numberIn(cells[1]!) * numberIn(cells[2]!), n: own.n + numberIn(cells[2]!) });
    }
    const meanOf = (is: (name: string) => boolean) => {
      const some = [...means].filter(([name]) => is(name)).map(([, own]) => own);
      return some.reduce((sum, own) => sum + own.sum, 0) / some.reduce((sum, own) => sum + own.n, 0);
    };
    // The finding is of days, the table of entries: they agree but for days with several.
    const [own, others] = [meanOf((name) => name === day), meanOf((name) => name !== day)];
    if (finding.includes('less pleasant')) expect(own).to.be.below(others);
    else if (finding.includes('more pleasant')) expect(own).to.be.above(others);
    else expect(finding).to.equal('No day of the week stands out.');
    expect(Math.abs(own - others)).to.be.closeTo(numberIn(numbers.slice(day!.length)), 0.08);
  },
  'what goes with better days': async (desk) => {
    const data = await desk.chapter('company', EVERYTHING);
    const { finding, numbers } = companyWords(data);
    const [name, difference] = companyTable(data).rows[0]!.cells;
    expect(numbers).to.contain(name!);
    expect(numberIn(numbers.slice(name!.length))).to.equal(Math.abs(numberIn(difference!)));
    if (!finding.startsWith('No tag')) expect(/more pleasant/.test(finding)).to.equal(numberIn(difference!) > 0);
  },
  'face and words over time': async (desk) => {
    const data = await desk.chapter('together', EVERYTHING);
    const rows = togetherTable(data).rows.map(({ cells }) => cells);
    const recalls = rows.reduce((sum, cells) => sum + numberIn(cells[4]!), 0);
    expect(togetherWords(data).numbers).to.contain(` in ${recalls} recalls`);
    const [firstHigh, lastLow] = [rows[0]![3]!.split(' to ')[1]!, rows.at(-1)![3]!.split(' to ')[0]!];
    expect(/more closely/.test(togetherWords(data).finding)).to.equal(numberIn(lastLow) > numberIn(firstHigh));
  },
  'how far the face lies away': async (desk) => {
    const data = await desk.chapter('apart', EVERYTHING);
    const rows = apartTable(data).rows.map(({ cells }) => numberIn(cells[2]!) - numberIn(cells[1]!));
    expect(rows.length).to.equal(data.n);
    const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length;
    expect(numberIn(apartWords(data).numbers)).to.be.closeTo(mean, 0.011);
  },
  'memories relived again': async (desk) => {
    const data = await desk.chapter('again', EVERYTHING);
    const { rows } = againTable(data);
    if ('needs' in data.valence) throw new Error('too few');
    // A recall that was not rated shows a dash, and says nothing of a change.
    const rated = rows.filter(({ cells }) => !cells.slice(2, 4).includes('–'));
    expect(rated.length).to.equal(data.valence.n);
    const changes = rated.map(({ cells }) => numberIn(cells[3]!) - numberIn(cells[2]!));
    const mean = changes.reduce((sum, value) => sum + value, 0) / changes.length;
    const { finding, numbers } = againWords(data);
    expect(numberIn(numbers.split(':')[1]!)).to.be.closeTo(Math.abs(mean), 0.011);
    if (!finding.includes('about the same')) expect(/more pleasant/.test(finding)).to.equal(mean > 0);
  },
  'kinds of memories': async (desk) => {
    const data = await desk.chapter('by-cue', EVERYTHING);
    const happiness = byCueTable(data).rows.find(({ cells }) => cells[0] === 'happiness')!.cells;
    const [good, hard] = happiness.slice(1).map(numberIn);
    expect(100 * numberIn(byCueWords(data).numbers.split(':')[1]!)).to.be.closeTo(good! - hard!, 1.6);
  },
  'the word tired': async (desk) => {
    const data = await desk.chapter('tired', EVERYTHING);
    const rows = tiredTable(data).rows.map(({ cells }) => cells);
    const meanOf = (said: string) => {
      const own = rows.filter((cells) => cells[1] === said).map((cells) => numberIn(cells[2]!));
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    const difference = meanOf('“tired”') - meanOf('other feelings');
    expect(numberIn(tiredWords(data).numbers.split('without it')[1]!)).to.be.closeTo(difference, 0.11);
  },
  'a period and the one before': async (desk) => {
    const from = NOW_MS - 180 * DAY_MS;
    const data = await desk.compared(
      { ...EVERYTHING, fromMs: from },
      { ...EVERYTHING, fromMs: from - 180 * DAY_MS, toMs: from },
    );
    const [before, now] = comparedTable(data).rows[0]!.cells.slice(1).map(numberIn);
    const { finding, numbers } = comparedWords(data);
    expect(numberIn(numbers.split(':')[1]!)).to.be.closeTo(Math.abs(now! - before!), 0.011);
    if (!finding.includes('about as')) expect(/more pleasant/.test(finding)).to.equal(now! > before!);
    const counted = comparedTable(data)
      .rows[0]!.cells.slice(1)
      .map((cell) => Number(/\((\d+)\)/.exec(cell)![1]));
    expect(comparedWords(data).evidence).to.contain(`${counted[1]} rated entries now, ${counted[0]} before`);
  },
};

/** What the chapters say, by their names. */
const saidBy = async (desk: InsightsDesk) => ({
  days: daysWords(await desk.chapter('days', EVERYTHING)),
  map: mapWords(await desk.chapter('map', EVERYTHING)),
  weekHours: weekHoursWords(await desk.chapter('week-hours', EVERYTHING)),
  company: companyWords(await desk.chapter('company', EVERYTHING)),
  together: togetherWords(await desk.chapter('together', EVERYTHING)),
  apart: apartWords(await desk.chapter('apart', EVERYTHING)),
  byCue: byCueWords(await desk.chapter('by-cue', EVERYTHING)),
  again: againWords(await desk.chapter('again', EVERYTHING)),
  tired: tiredWords(await desk.chapter('tired', EVERYTHING)),
});

describe('a finding of a few made numbers', () => {
  const sure = { strength: 'likely', months: null } as const;
  const baseline = { mean: 0, low: -0.2, high: 0.2, p: 0.01 };
  const whole: TellableTogether = { r: 0.4, low: 0.1, high: 0.6, n: 60, baseline, evidence: sure };
  const stretch = (r: number) => ({ from: 1, to: 2, r, low: r - 0.3, high: r + 0.3, n: 20 });
  const saying = (change: Partial<TellableTogether>) =>
    togetherWords({ whole: { ...whole, ...change }, stretches: [stretch(0.2), stretch(0.3)] }).finding;

  it('calls a face close to the words all along only if it follows them', () => {
    expect(saying({})).to.contain('about as closely all along');
    expect(saying({ evidence: { strength: 'chance', months: null } })).to.contain('tend to go the same way');
    expect(saying({ r: -0.4 })).to.contain('tend to go different ways');
  });

  it('tells what memories are like beside what is tagged, and tags first where both are as sure', () => {
    const effect = { intercept: 0, standardError: 0.02, low: 0.04, high: 0.12, p: 0.001, n: 90, with: 90 };
    const known = { ...effect, adjustedP: 0.002, shrunk: 0.07, months: null, evidence: sure };
    const vivid = { ...known, name: 'vividness' as const, slope: 0.08 };
    const none = { known: [], needs: null };
    const alone = { tags: none, feelings: none, memories: { known: [vivid], needs: null } };
    expect(companyWords(alone).finding).to.equal('The more vivid a memory is, the more pleasant you find it.');
    expect(companyTable(alone).rows[0]!.cells).to.deep.equal(['each step more vivid', '0.08', '0.04 to 0.12', '90']);
    const tag = { ...known, name: 'a walk', slope: 0.08, adjustedP: 0.01 };
    const both = { ...alone, tags: { known: [tag], needs: null } };
    expect(companyWords(both).finding).to.contain('a walk');
    expect(companyTable(both).rows.map(({ cells }) => cells[0])).to.deep.equal(['a walk', 'each step more vivid']);
  });
});

describe('the word tired', () => {
  it('is told beside how still the face was', async () => {
    const entries = madeUp(1).map((entry, at): Entry => {
      if (entry.kind !== 'recall' || !entry.face.summary?.states) return entry;
      const { summary } = entry.face;
      const isTired = entry.report.feelings.some(({ name }) => name === 'tired');
      const offsetMs = summary.recallMs * ((isTired ? 0.5 : 0.2) + (at % 5) / 100);
      const stretches = { ...summary.states!.stretches, quiet: [{ onsetMs: 0, offsetMs }] };
      return { ...entry, face: { summary: { ...summary, states: { ...summary.states!, stretches } } } };
    });
    const data = await (await deskOf(entries)).chapter('tired', EVERYTHING);
    if ('needs' in data.still) throw new Error('too few');
    expect(data.still.slope).to.be.closeTo(0.3, 0.05);
    const said = tiredWords(data).numbers.split('face quiet: ')[1]!;
    expect(numberIn(said.split('without it')[1]!)).to.equal(Math.round(100 * data.still.slope));
    expect(tiredTable(data).rows[0]!.cells[4]).to.match(/^\d+%$/);
  });
});

describe('a finding says what its table says', () => {
  for (const [seed, truths] of [[1], [2], [3, NOTHING], [4, NOTHING]] as const) {
    describe(`in journal ${seed}`, () => {
      let desk: InsightsDesk;
      before(async () => {
        desk = await deskOf(madeUp(seed, 500, truths));
      });
      for (const [name, follows] of Object.entries(FOLLOWS)) it(`of ${name}`, () => follows(desk));

      it('and none of them judges, advises, or tells what is felt', async () => {
        const words = Object.values(await saidBy(desk));
        for (const said of words.flatMap(Object.values)) expect(said).to.not.match(NEVER_SAID);
      });
    });
  }

  it('and of little it says how many more it takes, not something', async () => {
    // Days are counted from the first on, and without a memory that came back nothing is missing.
    const { days: _days, again: _again, ...words } = await saidBy(await deskOf(madeUp(1, 3)));
    for (const { evidence, finding, numbers } of Object.values(words)) {
      expect(evidence, finding).to.match(/^Not yet: it takes (one|\d+) more\.$|^Tags and feelings/);
      expect(numbers).to.equal('');
    }
  });
});
