import { expect } from 'chai';
import '../../../app/charts/again/again';
import { drawnOf, MOST_ROWS } from '../../../app/charts/again/again-rows';
import { againWords } from '../../../app/charts/again/again-words';
import type { Again, Changed, RepeatedMemory } from '../../../app/insights/chapters/again';
import { evidenceOfInterval } from '../../../app/insights/findings/evidence';
import { repeatedRecalls } from '../../../app/insights/statistics/repeated-recalls';
import { isKnown, type Needs } from '../../../app/statistics/needs';
import { clearPage, inside, preparePage, show } from '../page';

const DAY_MS = 86_400_000;
const WIDTH = 342;

/** A memory that changed by so much from its first recall to its last; the first in the list was recalled last. */
const memory = (change: number, at: number): RepeatedMemory => {
  const recall = (name: string, valence: number) => ({
    entryId: `${name} ${at}`,
    wallMs: Date.UTC(2026, 5, 1) - at * DAY_MS,
    valence,
    face: null,
  });
  return { title: `Memory ${at}`, first: recall('first', -change / 2), last: recall('last', change / 2), times: 2 };
};

function againOf(changes: readonly number[]): Again {
  const memories = changes.map(memory);
  const recalls = [...memories.map(({ first }) => first), ...memories.map(({ last }) => last)];
  const titles = memories.map(({ title }) => title);
  const change = repeatedRecalls(
    [...titles, ...titles],
    recalls.map(({ valence }) => valence!),
  );
  const valence: Changed | Needs = isKnown(change) ? { ...change, evidence: evidenceOfInterval(change) } : change;
  return { memories, valence, face: { needs: 10 } };
}

/** Those recalled last lost, the many before them gained. */
const CONTRARY = Array.from({ length: 40 }, (_, at) => (at < 10 ? -0.2 : 0.3) + 0.01 * Math.sin(at));
const gained = (memories: readonly RepeatedMemory[]): number =>
  memories.filter(({ first, last }) => last.valence! > first.valence!).length;

describe('memories that were relived again', () => {
  before(preparePage);
  afterEach(clearPage);

  const chapterOf = async (data: Again) => {
    const element = document.createElement('rv-again-chapter');
    element.data = data;
    await show(element, WIDTH);
    const svg = inside<SVGSVGElement>(element, '.plot svg');
    const titles = [...svg.querySelectorAll('text')]
      .map((text) => text.textContent!)
      .filter((text) => /memor/i.test(text));
    const [before, now] = ['[stroke="var(--ember)"][stroke-dasharray="1.5 2.5"]', '[fill="var(--ember)"]'].map(
      (marks) => [...svg.querySelectorAll(`path${marks}`)].map((path) => path.getBoundingClientRect()),
    );
    const moves = now!.map(({ x, width }, at) => x + width / 2 - (before![at]!.x + before![at]!.width / 2));
    return { titles, moves };
  };

  it('are all drawn where they are few, the one that gained most first', () => {
    const { memories } = againOf([0.1, -0.3, 0.5]);
    expect(drawnOf(memories).map(({ title }) => title)).to.deep.equal(['Memory 2', 'Memory 0', 'Memory 1']);
    const unrated = { ...memories[0]!, last: { ...memories[0]!.last, valence: null } };
    expect(drawnOf([unrated])).to.deep.equal([]);
  });

  it('are drawn at equal steps where they are many, so that as large a share gained as of all', () => {
    for (const changes of [CONTRARY, CONTRARY.map((change) => -change), CONTRARY.slice(0, 13)]) {
      const { memories } = againOf(changes);
      const drawn = drawnOf(memories);
      expect(new Set(drawn).size).to.equal(MOST_ROWS);
      expect(gained(drawn) / drawn.length).to.be.closeTo(gained(memories) / memories.length, 1 / MOST_ROWS);
    }
  });

  for (const [told, changes] of [
    ['more pleasant', CONTRARY],
    ['less pleasant', CONTRARY.map((change) => -change)],
  ] as const)
    it(`show what is told where it is ${told}, on average and in most rows, and say how many are drawn`, async () => {
      const data = againOf(changes);
      const { finding, evidence } = againWords(data);
      expect(finding).to.contain(told);
      expect(evidence).to.contain('12 of 40 memories').and.to.contain('all 40');
      const { titles, moves } = await chapterOf(data);
      expect(titles[0]).to.equal('On average, 40 memories');
      expect(titles).to.have.length(1 + MOST_ROWS);
      const way = told === 'more pleasant' ? 1 : -1;
      const expected = (changes.reduce((sum, change) => sum + change, 0) / changes.length) * ((WIDTH - 28) / 2);
      expect(moves[0]).to.be.closeTo(expected, 0.5);
      expect(moves.filter((move) => way * move > 0).length).to.be.above(moves.length / 2);
    });

  it('are drawn without an average as long as there is none, and then nothing is said of how many', async () => {
    const data = againOf([0.1, -0.3, 0.5]);
    expect(againWords(data).evidence).to.equal('Not yet: it takes 7 more.');
    const { titles } = await chapterOf(data);
    expect(titles).to.deep.equal(['Memory 2', 'Memory 0', 'Memory 1']);
  });
});
