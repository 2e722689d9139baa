import { expect } from 'chai';
import '../../../app/charts/aligned/aligned';
import {
  type Aligned,
  alignedSeconds,
  type Course,
  canAlign,
  changeOf,
  courseOf,
} from '../../../app/charts/aligned/aligned-series';
import { alignedTable, alignedWords } from '../../../app/charts/aligned/aligned-words';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import { withTraces } from '../../../app/insights/sample/relived';
import { expectAccessible } from '../../support/accessible';
import { clearPage, inside, openTable, preparePage, show } from '../page';
import { madeUp } from '../told';

const course = (change: Partial<Course> = {}): Course => ({
  entryId: 'one',
  wallMs: Date.UTC(2025, 2, 1),
  said: 0.4,
  shown: { mean: 0.1, halfWidth: 0.05 },
  seconds: [0, 0.1, 0.2, null, 0.4],
  movementS: 1.6,
  ...change,
});
const both = (change: Partial<Aligned> = {}): Aligned => ({
  title: 'Snow',
  first: course(),
  last: course({ entryId: 'two', wallMs: Date.UTC(2026, 2, 1), seconds: [0.5, 0.6, 0.7], movementS: 0.2 }),
  at: 'beginning',
  ...change,
});

describe('two recalls of one memory', () => {
  it('are laid over each other from the beginning, and what is missing stays missing', () => {
    expect(alignedSeconds(both())).to.deep.equal([
      { s: 0, first: 0, last: 0.5 },
      { s: 1, first: 0.1, last: 0.6 },
      { s: 2, first: 0.2, last: 0.7 },
      { s: 3, first: null, last: null },
      { s: 4, first: 0.4, last: null },
    ]);
  });

  it('or from the second in which each began to move most', () => {
    expect(alignedSeconds(both({ at: 'movement' }))).to.deep.equal([
      { s: -1, first: 0, last: null },
      { s: 0, first: 0.1, last: 0.5 },
      { s: 1, first: 0.2, last: 0.6 },
      { s: 2, first: null, last: 0.7 },
      { s: 3, first: 0.4, last: null },
    ]);
    expect(canAlign(both())).to.equal(true);
    expect(canAlign(both({ last: course({ movementS: null }) }))).to.equal(false);
  });

  it('differ only where their means do beyond both intervals', () => {
    const at = (mean: number, halfWidth: number | null = 0.04) =>
      both({ last: course({ shown: { mean, halfWidth } }) });
    expect(changeOf(at(0.17))).to.equal('more');
    expect(changeOf(at(0.03))).to.equal('less');
    expect(changeOf(at(0.16))).to.equal('unclear');
    expect(changeOf(at(0.9, null))).to.equal('unclear');
    expect(changeOf(both({ first: course({ shown: null }) }))).to.equal('unclear');
    expect(alignedWords(at(0.17)).finding).to.equal('“Snow”: your face looked more pleasant the last time.');
    expect(alignedWords(at(0.16)).finding).to.contain('about as pleasant both times');
  });

  it('say when they were, and give the numbers of both', () => {
    const { evidence, numbers } = alignedWords(both({ at: 'movement' }));
    expect(evidence).to.match(
      /Mar 1, 2025 and Mar 1, 2026, laid over each other where .* Two moments can differ by chance\./,
    );
    expect(numbers).to.equal('Mar 1, 2025: you: 0.40, face: 0.10 ± 0.05. Mar 1, 2026: you: 0.40, face: 0.10 ± 0.05.');
    expect(alignedTable(both()).rows[3]!.cells).to.deep.equal(['3 s', '–', '–']);
  });

  it('have no course where the face was set aside', () => {
    const { entry, trace } = withTraces(madeUp(1, 120)).find((one) => one.trace !== null)!;
    const recall = entry as RecallEntry;
    expect(courseOf(recall, trace!)!.seconds).to.have.length(45);
    expect(courseOf({ ...recall, faceDisputed: true }, trace!)).to.equal(null);
  });
});

describe('rv-aligned-chapter', () => {
  before(preparePage);
  afterEach(clearPage);

  for (const at of ['beginning', 'movement'] as const)
    it(`draws both from the ${at}, within its width, and axe finds nothing, also with its table open`, async () => {
      const element = document.createElement('rv-aligned-chapter');
      element.data = both({ at });
      await show(element, 342);
      const svg = inside<SVGSVGElement>(element, '.plot svg');
      const box = svg.getBoundingClientRect();
      for (const drawn of svg.querySelectorAll('path, text')) {
        const own = drawn.getBoundingClientRect();
        expect(own.left).to.be.at.least(box.left - 2);
        expect(own.right).to.be.at.most(box.right + 2);
      }
      const dusk = [...svg.querySelectorAll('path[stroke="var(--dusk)"][fill="none"]')];
      expect(
        dusk.some((path) => path.getAttribute('stroke-dasharray') !== 'none'),
        'the first time',
      ).to.equal(true);
      expect(
        dusk.some((path) => path.getAttribute('stroke-dasharray') === 'none'),
        'the last time',
      ).to.equal(true);
      expect((await openTable(element)).length).to.equal(6);
      await expectAccessible(element);
    });
});
