import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../app/charts/motion/motion';
import type { UnitEvent } from '../../../app/domain/face/action-unit';
import { type FaceStates, STATES } from '../../../app/domain/face/face-states';
import type { Trace } from '../../../app/domain/face/trace';
import { expectAccessible } from '../../support/accessible';
import { until } from '../../support/mount';
import { movingTrace, SMILE } from '../../support/moving-trace';
import { clearPage, inside, preparePage, show } from '../page';

const RECALL_MS = 20_000;
const units: readonly UnitEvent[] = [
  { unit: 'AU12', onsetMs: 4000, apexMs: 6000, offsetMs: 9000, strength: 1.8, side: null },
  { unit: 'AU4', onsetMs: 15_000, apexMs: 15_500, offsetMs: 16_000, strength: 1.1, side: null },
];
const trace = movingTrace(RECALL_MS, (tMs) => {
  if (tMs >= 11_000 && tMs < 14_000) return null;
  return tMs >= 4000 && tMs < 9000 ? SMILE : {};
});

describe('rv-motion', () => {
  before(preparePage);
  afterEach(clearPage);

  const motionOf = (of: { trace?: Trace | null; units?: readonly UnitEvent[] | null } = {}, width?: number) => {
    const motion = document.createElement('rv-motion');
    motion.trace = of.trace === undefined ? trace : of.trace;
    motion.units = of.units === undefined ? units : of.units;
    motion.durationMs = RECALL_MS;
    return show(motion, width);
  };
  it('says what else was seen, and gives it a lane', async () => {
    const motion = await motionOf();
    expect(text(motion, '.also.slow')).to.equal('');
    const none = Object.fromEntries(STATES.map((name) => [name, []])) as unknown as FaceStates['stretches'];
    const yawn = [{ onsetMs: 10_000, offsetMs: 14_000 }];
    motion.states = { blinks: null, closedShare: null, stretches: { ...none, yawn } };
    await motion.updateComplete;
    expect(text(motion, '.also.slow')).to.equal('Also seen: what looked like a yawn.');
    const lane = [...motion.renderRoot.querySelectorAll('.lanes li')].at(-1)!;
    expect(lane.textContent!.replace(/\s+/g, ' ')).to.contain('Like a yawn').and.to.contain('10s to 14s.');
    await expectAccessible(motion);
  });
  it('takes a state back as it does a movement: its stretch, its lane and its sentence', async () => {
    const motion = await motionOf();
    motion.addEventListener('rv-misread', ({ detail }) => {
      motion.misread = detail;
    });
    const none = Object.fromEntries(STATES.map((name) => [name, []])) as unknown as FaceStates['stretches'];
    const stretches = {
      ...none,
      yawn: [{ onsetMs: 10_000, offsetMs: 14_000 }],
      quiet: [{ onsetMs: 0, offsetMs: 11_000 }],
    };
    motion.states = { blinks: null, closedShare: null, stretches };
    slider(motion).value = '10400';
    slider(motion).dispatchEvent(new Event('input'));
    await motion.updateComplete;
    const [quiet, yawn] = motion.shadowRoot!.querySelectorAll<HTMLButtonElement>('.chip');
    expect([quiet, yawn].map((chip) => chip!.getAttribute('aria-label'))).to.deep.equal([
      'Quiet face, 0s to 11s',
      'Like a yawn, 10s to 14s',
    ]);
    yawn!.click();
    await motion.updateComplete;
    expect(motion.misread).to.deep.equal([{ state: 'yawn', onsetMs: 10_000, offsetMs: 14_000 }]);
    expect(text(motion, '.also.slow')).to.equal('Also seen: a quiet face for 11s on end.');
    expect(motion.shadowRoot!.querySelectorAll('.bar.out')).to.have.length(1);
    expect(text(motion, '.told')).to.contain('a smile', 'movements stay');
    await expectAccessible(motion);
    quiet!.click();
    await motion.updateComplete;
    expect(text(motion, '.also.slow')).to.equal('');
    yawn!.click();
    await motion.updateComplete;
    expect(text(motion, '.also.slow')).to.equal('Also seen: what looked like a yawn.');
  });

  it('tells a mixture of expressions, unless something of it was misread', async () => {
    const motion = await motionOf();
    motion.mixed = [
      { parts: ['happiness', 'sadness'], shares: [0.6, 0.4], sure: 0.9, onsetMs: 5000, apexMs: 6000, offsetMs: 7000 },
    ];
    await motion.updateComplete;
    expect(text(motion, '.also')).to.contain('happy and sad, about 6 to 4');
    motion.misread = [{ unit: 'AU12', onsetMs: 4000, offsetMs: 9000 }];
    await motion.updateComplete;
    expect(text(motion, '.also')).to.equal('');
  });
  const slider = (motion: Element) => inside<HTMLInputElement>(motion, 'input[type=range]');
  const text = (motion: Element, selector: string) => inside(motion, selector).textContent!.trim().replace(/\s+/g, ' ');

  it('says what moved, and shows the face at what stood out most', async () => {
    const motion = await motionOf();
    expect(text(motion, '.told')).to.equal('What moved: a smile from 4s to 9s and lowered brows from 15s to 16s.');
    expect(slider(motion).value).to.equal('6000');
    expect(slider(motion).getAttribute('aria-valuetext')).to.equal('6s: Smile');
  });

  it('has a lane for each movement, its stretches where they were, and what could not be read', async () => {
    const motion = await motionOf();
    expect([...motion.shadowRoot!.querySelectorAll('.label')].map((label) => label.textContent)).to.deep.equal([
      'Smile',
      'Brows down',
    ]);
    const [bar] = motion.shadowRoot!.querySelectorAll<HTMLElement>('.bar');
    const track = bar!.parentElement!.getBoundingClientRect();
    const box = bar!.getBoundingClientRect();
    expect((box.left - track.left) / track.width).to.be.closeTo(4 / 20, 0.01);
    expect(box.width / track.width).to.be.closeTo(5 / 20, 0.01);
    expect(motion.shadowRoot!.querySelectorAll('.gap')).to.have.length(2, 'one in each lane');
    expect(text(motion, '.lanes li')).to.contain('4s to 9s, strongest at 6s');
  });

  it('is scrubbed by keyboard, and faint where the face could not be read', async () => {
    const motion = await motionOf();
    slider(motion).focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(slider(motion).value).to.equal('6200');
    slider(motion).value = '12400';
    slider(motion).dispatchEvent(new Event('input'));
    await motion.updateComplete;
    expect(text(motion, '.moment')).to.equal('12s: your face couldn’t be read');
    expect(inside(motion, '.face').classList.contains('faint')).to.equal(true);
  });

  it('draws another face for another moment', async () => {
    const motion = await motionOf();
    const smiling = inside(motion, '.mouth').getAttribute('d');
    slider(motion).value = '0';
    slider(motion).dispatchEvent(new Event('input'));
    await motion.updateComplete;
    expect(inside(motion, '.mouth').getAttribute('d')).not.to.equal(smiling);
  });

  it('plays from just before a movement when its lane is pressed, and stops when told', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    const motion = await motionOf();
    const [, brows] = motion.shadowRoot!.querySelectorAll<HTMLButtonElement>('.lanes button');
    brows!.click();
    await until(() => Number(slider(motion).value) > 14_600, 'it plays');
    expect(Number(slider(motion).value)).to.be.within(14_500, 16_000);
    const play = inside<HTMLButtonElement>(motion, '.play');
    expect(play.textContent!.trim()).to.equal('Pause');
    play.click();
    await motion.updateComplete;
    expect(play.textContent!.trim()).to.equal('Play');
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('stops by itself at the end, and then begins at the beginning', async () => {
    const motion = await motionOf();
    slider(motion).value = String(RECALL_MS);
    slider(motion).dispatchEvent(new Event('input'));
    await motion.updateComplete;
    inside<HTMLButtonElement>(motion, '.play').click();
    await motion.updateComplete;
    expect(slider(motion).value).to.equal('0');
    motion.remove();
  });

  it('has the lanes alone where the curve was not saved', async () => {
    const motion = await motionOf({ trace: null });
    expect(motion.shadowRoot!.querySelector('input, .face, .play')).to.equal(null);
    expect(motion.shadowRoot!.querySelectorAll('.bar')).to.have.length(2);
    const [, brows] = motion.shadowRoot!.querySelectorAll<HTMLButtonElement>('.lanes button');
    brows!.click();
    await motion.updateComplete;
    expect(text(motion, '.moment')).to.equal('16s');
    expect(text(motion, '.chip')).to.equal('Brows down');
    await expectAccessible(motion);
  });

  it('takes it back when somebody says that a movement was not there, and leaves it out of the sentence', async () => {
    const motion = await motionOf();
    motion.addEventListener('rv-misread', ({ detail }) => {
      motion.misread = detail;
    });
    const correct = inside<HTMLButtonElement>(motion, '.chip');
    expect(text(motion, '.chip')).to.equal('Smile');
    expect(correct.getAttribute('aria-label')).to.equal('Smile, 4s to 9s');
    expect(text(motion, '#hint')).to.equal('Tap what isn’t right, and it’s left out.');
    correct.click();
    await motion.updateComplete;
    expect(motion.misread).to.deep.equal([{ unit: 'AU12', onsetMs: 4000, offsetMs: 9000 }]);
    expect(text(motion, '.told')).to.equal('What moved: lowered brows from 15s to 16s.');
    expect(motion.shadowRoot!.querySelectorAll('.bar.out')).to.have.length(1);
    expect(text(motion, '.lanes li')).to.contain('4s to 9s, left out');
    expect(correct.getAttribute('aria-pressed')).to.equal('true');
    await expectAccessible(motion);
    correct.click();
    await motion.updateComplete;
    expect(motion.misread).to.deep.equal([]);
    expect(text(motion, '.told')).to.contain('a smile');
  });

  it('leaves out every stretch of a movement that is never right, and says so when nothing is left', async () => {
    const twice = [0, 10_000].map((later) => ({
      ...units[0]!,
      onsetMs: 4000 + later,
      apexMs: 6000 + later,
      offsetMs: 9000 + later,
    }));
    const motion = await motionOf({ units: twice });
    motion.addEventListener('rv-misread', ({ detail }) => {
      motion.misread = detail;
    });
    inside<HTMLButtonElement>(motion, '.chip').click();
    await motion.updateComplete;
    expect(text(motion, '.every')).to.equal('Leave out every “Smile”');
    inside<HTMLButtonElement>(motion, '.every').click();
    await motion.updateComplete;
    expect(motion.misread).to.have.length(2);
    expect(text(motion, '.told')).to.equal('Nothing that was read here is right, you said. It’s all left out.');
  });

  it('stays at the moment somebody looks at when the same entry is read again', async () => {
    const motion = await motionOf();
    slider(motion).value = '15400';
    slider(motion).dispatchEvent(new Event('input'));
    motion.units = structuredClone([...units]);
    motion.trace = structuredClone(trace);
    await motion.updateComplete;
    expect(slider(motion).value).to.equal('15400');
  });

  it('calls a quiet face quiet, and says where nothing can be told', async () => {
    expect(text(await motionOf({ units: [] }), '.told')).to.contain('quiet');
    clearPage();
    expect(text(await motionOf({ units: null }), '.told')).to.contain('no time at rest');
  });

  it('is accessible, narrow and wide, from left to right and from right to left', async () => {
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction;
      for (const width of [310, 720]) {
        const motion = await motionOf({}, width);
        await expectAccessible(motion);
        expect(motion.scrollWidth).to.be.at.most(width);
        clearPage();
      }
    }
    document.documentElement.removeAttribute('dir');
  });

  it('runs with the language: from right to left time begins on the right', async () => {
    document.documentElement.dir = 'rtl';
    const motion = await motionOf();
    const bar = inside(motion, '.bar');
    const [track, box] = [bar.parentElement!.getBoundingClientRect(), bar.getBoundingClientRect()];
    expect((track.right - box.right) / track.width).to.be.closeTo(4 / 20, 0.01);
    slider(motion).focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(slider(motion).value).to.equal('6200', 'later is to the left');
    document.documentElement.removeAttribute('dir');
  });

  it('marks where a long movement was strongest, and no state', async () => {
    const motion = await motionOf();
    const none = Object.fromEntries(STATES.map((name) => [name, []])) as unknown as FaceStates['stretches'];
    motion.states = {
      ...{ blinks: null, closedShare: null },
      stretches: { ...none, talking: [{ onsetMs: 2_000, offsetMs: 18_000 }] },
    };
    await motion.updateComplete;
    const [apex, ...more] = motion.shadowRoot!.querySelectorAll<HTMLElement>('.apex');
    expect(more).to.deep.equal([]);
    const [track, dot] = [apex!.parentElement!.getBoundingClientRect(), apex!.getBoundingClientRect()];
    expect((dot.left + dot.width / 2 - track.left) / track.width).to.be.closeTo(6 / 20, 0.01);
    expect(motion.shadowRoot!.querySelectorAll('.lanes .state .bar')).to.have.length(1);
    expect(text(motion, '.timeline')).to.contain('The dot in a bar is where it was strongest.');
    for (const apexMs of [units[0]!.onsetMs, units[0]!.offsetMs]) {
      motion.units = [{ ...units[0]!, apexMs }];
      await motion.updateComplete;
      const [bar, end] = ['.movement .bar', '.apex'].map((one) => inside(motion, one).getBoundingClientRect());
      expect(end!.left - bar!.left, 'within the bar').to.be.above(2);
      expect(bar!.right - end!.right, 'within the bar').to.be.above(2);
    }
    motion.units = [units[1]!];
    await motion.updateComplete;
    expect(motion.shadowRoot!.querySelector('.apex')).to.equal(null);
    expect(text(motion, '.timeline')).not.to.contain('The dot');
  });

  it('leaves no empty field where it is wide: the moment below the lanes, and lanes alone all the way across', async () => {
    const motion = await motionOf({}, 720);
    const boxOf = (selector: string) => inside(motion, selector).getBoundingClientRect();
    expect(boxOf('.timeline').left).to.be.at.least(boxOf('.replay').right);
    expect(boxOf('.moment').left).to.be.at.least(boxOf('.replay').right);
    expect(boxOf('.moment').top - boxOf('.timeline').bottom).to.be.within(0, 30);
    motion.trace = null;
    await motion.updateComplete;
    expect(boxOf('.lanes').width).to.be.above(700);
  });
});
