import { expect } from 'chai';
import { html } from 'lit';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import '../../../app/views/entry/entry';
import { goingFrom } from '../../../app/views/shared/came-from';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleCheckIn, sampleFace, sampleRecall, sampleReport, sampleTrace } from '../../support/sample-entries';

/** Whether the entry may go, once it is asked: it is fetched with the press. */
async function question(element: Element): Promise<HTMLElementTagNameMap['rv-dialog']> {
  const asked = () => deepQuery<HTMLElementTagNameMap['rv-dialog']>(element.shadowRoot!, 'rv-dialog');
  await until(() => asked()?.open, 'the question');
  return asked()!;
}

describe('rv-entry', () => {
  let paths: string[];
  beforeEach(() => {
    paths = [];
  });
  afterEach(unmountAll);

  async function entry(services: FakeServices, id = 'recall-1'): Promise<HTMLElement> {
    const element = await mount(
      html`<rv-entry .entryId=${id} @rv-navigate=${({ detail }: CustomEvent<{ path: string }>) => paths.push(detail.path)}></rv-entry>`,
      services,
    );
    await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
    return element;
  }

  it('shows an entry of a zone this browser does not know, at the time it was there', async () => {
    const startedAt = { epochMs: Date.UTC(2026, 10, 20, 8, 5), zone: 'Etc/Unknown', offsetMinutes: 90 };
    expect(deepText(await entry(new FakeServices([sampleRecall({ startedAt, savedAt: startedAt })])))).to.match(
      /Friday, 0?9:35/,
    );
  });

  it('shows what was said, what the face showed, and the two on one scale', async () => {
    const services = new FakeServices([sampleRecall()]);
    services.journal.traces.set('recall-1', sampleTrace());
    const element = await entry(services);
    const text = deepText(element);
    expect(text).to.contain('First snow on the hill');
    expect(text).to.contain('you 0.72 · face 0.40 ± 0.15');
    expect(text).to.contain('grateful strongly').and.to.contain('How it felt very pleasant');
    expect(text).to.contain('Your face went from sad to happy about halfway through.');
    expect(text).to.contain('94%');
    await until(() => customElements.get('rv-trace-chart'), 'the chart');
    expect(deepQuery(element.shadowRoot!, 'rv-trace-chart')).to.exist;
    await expectAccessible(element);
  });

  it('shows how the face moved once somebody comes near it, and a curve of before face measures without it', async () => {
    const services = new FakeServices([sampleRecall()]);
    services.journal.traces.set('recall-1', sampleTrace());
    const element = await entry(services);
    const motion = deepQuery<HTMLElementTagNameMap['rv-motion']>(element.shadowRoot!, 'rv-motion')!;
    motion.scrollIntoView();
    await until(() => motion.shadowRoot?.querySelector('.told'), 'the movements');
    expect(deepText(motion)).to.contain('What moved: raised brows from 3s to 16s, a smile from 24s to 45s');
    expect(motion.shadowRoot!.querySelector('.face')).to.exist;
    await expectAccessible(element);
  });

  it('goes there again with one press, and not in the sample', async () => {
    const services = new FakeServices([sampleRecall()]);
    const element = await entry(services);
    expect(deepText(element)).not.to.contain('Other times');
    control(element, 'Go there again').click();
    await until(() => paths.length > 0, 'the recall');
    expect([services.calls, paths]).to.deep.equal([[['again', 'recall-1']], ['/recall']]);
    unmountAll();
    const sample = await entry(Object.assign(new FakeServices([sampleRecall()]), { inSample: true }));
    expect(deepText(sample)).not.to.contain('Go there again');
  });

  it('shows the other recalls of its memory, the first one’s too once that is erased', async () => {
    const at = (id: string, day: number, againOf?: string) =>
      sampleRecall({ id, startedAt: momentAt(Date.UTC(2026, 10, day, 8), 'UTC'), ...(againOf && { againOf }) });
    const services = new FakeServices([at('recall-1', 1), at('second', 8, 'recall-1'), at('third', 9, 'recall-1')]);
    const links = (element: HTMLElement) =>
      deepElements(element.shadowRoot!)
        .filter((one): one is HTMLElementTagNameMap['rv-entry-row'] => one.matches('rv-entry-row'))
        .map(({ outline }) => outline.id);
    const first = await entry(services);
    expect(deepText(first)).to.contain('Other times you were there');
    expect(links(first)).to.deep.equal(['third', 'second']);
    await expectAccessible(first);
    unmountAll();
    expect(links(await entry(services, 'second'))).to.deep.equal(['third', 'recall-1']);
    unmountAll();
    await services.journal.erase('recall-1');
    expect(links(await entry(services, 'second'))).to.deep.equal(['third']);
  });

  it('keeps what somebody marks as misread, movement or all, and takes it back', async () => {
    const services = new FakeServices([sampleRecall()]);
    services.journal.traces.set('recall-1', sampleTrace());
    const element = await entry(services);
    const kept = () => services.journal.entries.get('recall-1') as RecallEntry;
    const motion = deepQuery<HTMLElementTagNameMap['rv-motion']>(element.shadowRoot!, 'rv-motion')!;
    motion.scrollIntoView();
    await until(() => motion.shadowRoot?.querySelector('.chip'), 'the movements');
    motion.shadowRoot!.querySelector<HTMLButtonElement>('.chip')!.click();
    await until(() => kept().misread?.length === 1, 'the mark');
    await until(() => deepText(motion).includes('Left out of everything'), 'the mark on screen');
    expect(services.journal.traces.has('recall-1')).to.equal(true);
    control(element, 'Mark as misread').click();
    await until(() => kept().faceDisputed, 'the whole reading is set aside');
    await until(() => deepText(element).includes('isn’t counted'), 'and that is told');
    expect(kept().misread).to.have.length(1);
    control(element, 'Count it again').click();
    await until(() => !kept().faceDisputed, 'counted again');
  });

  it('has no word of movements where none were read', async () => {
    const services = new FakeServices([sampleRecall()]);
    const { measures: _, ...older } = sampleTrace();
    services.journal.traces.set('recall-1', { ...older, version: 1 });
    const outcome = sampleFace();
    const { units: __, ...summary } = outcome.summary!;
    services.journal.entries.set('recall-1', sampleRecall({ face: { summary } }));
    const element = await entry(services);
    expect(deepQuery(element.shadowRoot!, 'rv-motion')).to.equal(null);
    expect(deepText(element)).not.to.contain('How your face moved');
  });

  it('says why there is nothing of the face', async () => {
    const face = { summary: null, reason: 'too-little-usable', usableMs: 12_400, usableShare: 0.28 } as const;
    const element = await entry(new FakeServices([sampleRecall({ face, hasTrace: false })]));
    expect(deepText(element)).to.contain('readable for 12 of the 20 seconds').and.to.contain('face: not read');
    expect(deepQuery(element.shadowRoot!, 'rv-trace-chart')).to.equal(null);
    await expectAccessible(element);
  });

  it('never counts a face that was set aside', async () => {
    const element = await entry(new FakeServices([sampleRecall({ faceDisputed: true, hasTrace: false })]));
    expect(deepText(element)).to.contain('You marked this as misread').and.to.contain('face: not read');
  });

  it('shows a check-in without a word about a face', async () => {
    const element = await entry(new FakeServices([sampleCheckIn()]), 'check-in-1');
    expect(deepText(deepQuery(element.shadowRoot!, 'h1')!)).to.equal('Calm');
    expect(deepText(element)).to.contain('check-in').and.not.to.contain('face');
    await expectAccessible(element);
  });

  it('calls a check-in without a feeling by the first line of its note, which it does not say twice', async () => {
    const said = (note: string) => sampleCheckIn({ report: { ...sampleReport(0.3), feelings: [], note } });
    const heading = (element: HTMLElement) => deepText(deepQuery(element.shadowRoot!, 'h1')!);
    const long = await entry(new FakeServices([said('word '.repeat(720))]), 'check-in-1');
    expect(heading(long).length).to.be.at.most(120);
    expect(deepText(deepQuery(long.shadowRoot!, 'blockquote')!).length).to.be.above(3_000);
    unmountAll();
    const lines = await entry(new FakeServices([said('A walk\nIt rained.')]), 'check-in-1');
    expect(heading(lines)).to.equal('A walk');
    unmountAll();
    const short = await entry(new FakeServices([said('Rain.')]), 'check-in-1');
    expect([heading(short), deepQuery(short.shadowRoot!, 'blockquote')]).to.deep.equal(['Rain.', null]);
  });

  it('has the rating of a check-in on a scale of its own, and the way back to where one came from', async () => {
    for (const [from, word] of [
      ['/insights', 'Insights'],
      ['/entry/other', 'Insights'],
      ['/', 'Today'],
      ['/history', 'History'],
    ] as const) {
      goingFrom(from);
      const sample = sampleCheckIn();
      const element = await entry(new FakeServices([sample]), 'check-in-1');
      const back = deepQuery<HTMLAnchorElement>(element.shadowRoot!, 'a.back')!;
      expect([deepText(back), back.pathname]).to.deep.equal([word, word === 'Today' ? '/' : `/${word.toLowerCase()}`]);
      const scale = deepQuery<HTMLElementTagNameMap['rv-agree-scale']>(element.shadowRoot!, 'rv-agree-scale')!;
      expect([scale.you, scale.alone]).to.deep.equal([sample.report.valence!.value, true]);
      unmountAll();
    }
  });

  it('says where an entry came from that was not made here', async () => {
    const origin = { source: 'daylio', key: 'k', mood: 'rad', activities: ['friends', 'movies'] } as const;
    const element = await entry(new FakeServices([sampleCheckIn({ origin })]), 'check-in-1');
    expect(deepText(element))
      .to.contain('Mood in Daylio rad')
      .and.to.contain('friends, movies')
      .and.to.contain('Daylio');
    await expectAccessible(element);
  });

  it('erases only after yes, then goes back to the list', async () => {
    const services = new FakeServices([sampleRecall({ hasTrace: false })]);
    const element = await entry(services);
    control(element, 'Delete this entry').click();
    const dialog = await question(element);
    expect(services.journal.entries.size).to.equal(1);
    deepElements(dialog.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('.danger'))!
      .click();
    await until(() => paths.length > 0, 'the way back');
    expect(services.journal.entries.size).to.equal(0);
    expect(paths).to.deep.equal(['/history']);
  });

  it('tells an entry that is gone from one that cannot be read', async () => {
    const services = new FakeServices();
    services.journal.unreadable = [{ id: 'broken', problem: 'no report' }];
    expect(deepText(await entry(services, 'nowhere'))).to.contain('This entry isn’t here.');
    const broken = await entry(services, 'broken');
    expect(deepText(broken)).to.contain('This entry can’t be read.').and.to.contain('broken: no report');
    await expectAccessible(broken);
  });

  const editor = (element: HTMLElement) =>
    deepQuery<HTMLElementTagNameMap['rv-entry-edit']>(element.shadowRoot!, 'rv-entry-edit')!;
  const field = (element: HTMLElement, selector: string, text: string, event = 'input') => {
    const input = editor(element).renderRoot.querySelector<HTMLInputElement>(selector)!;
    input.value = text;
    input.dispatchEvent(new Event(event, { bubbles: true }));
  };

  it('has a form that everybody can use', async () => {
    const element = await entry(new FakeServices([sampleRecall()]));
    control(element, 'Edit').click();
    await until(() => editor(element)?.renderRoot.querySelector('form'), 'the form');
    await expectAccessible(element);
    editor(element).renderRoot.querySelector('details')!.open = true;
    await expectAccessible(element);
  });

  it('tells all that was said of a memory, which can be changed, and keeps what it said before', async () => {
    const { memory, ...rest } = sampleRecall();
    const more = { when: 'years', date: '1998-07', perspective: 'observer', reliving: 6, feelsNow: 'weaker' } as const;
    const services = new FakeServices([{ ...rest, memory: { ...memory, ...more } }]);
    const element = await entry(services);
    const facts = deepText(element);
    expect(facts).to.contain('Date July 1998').and.to.contain('How you see it from outside, with me in it');
    expect(facts).to.contain('There again 6 / 7').and.to.contain('Compared with then gentler');
    expect(facts, 'nobody said it').not.to.contain('Comes to mind');
    await expectAccessible(element);
    control(element, 'Edit').click();
    await until(() => editor(element)?.renderRoot.querySelector('form'), 'the form');
    const press = async (words: string) => {
      const all = [...editor(element).renderRoot.querySelectorAll<HTMLElement>('.answer')];
      all.find((one) => one.textContent!.trim() === words)!.click();
      await editor(element).updateComplete;
    };
    await press('gentler');
    await press('I’m not sure');
    await press('my teens');
    await press('a bit of both');
    editor(element).renderRoot.querySelector('form')!.requestSubmit();
    await until(() => deepText(element).includes('Time of life my teens'), 'the entry');
    const saved = (await services.journal.entry(rest.id)) as RecallEntry;
    const { date: _, feelsNow: __, ...kept } = { ...memory, ...more };
    const changed = { when: null, whenUnsure: true, lifePeriod: 'teens', perspective: 'both' };
    expect(saved.memory).to.deep.equal({ ...kept, ...changed });
    expect(saved.edits![0]!.before.memory).to.deep.equal({ ...memory, ...more });
    deepElements(element.shadowRoot!)
      .find((one): one is HTMLElement => one.matches('summary') && one.textContent!.includes('Changed once'))!
      .click();
    await until(() => deepText(element).includes('Before, it said'), 'what it said');
    expect(deepText(element)).to.contain('Compared with then gentler').and.to.contain('Time of life not answered');
  });

  it('tells when something will be that is still to come', async () => {
    const { memory, ...rest } = sampleRecall();
    const ahead = { ...memory, direction: 'future', when: 'ahead', timeAhead: 'weeks' } as const;
    const facts = deepText(await entry(new FakeServices([{ ...rest, memory: ahead }])));
    expect(facts).to.contain('When still ahead').and.to.contain('Roughly when in the coming weeks');
  });

  it('can be edited, keeps what it said before, and the change can be undone', async () => {
    const first = sampleRecall();
    const services = new FakeServices([first]);
    const element = await entry(services);
    control(element, 'Edit').click();
    await until(() => editor(element)?.renderRoot.querySelector('form'), 'the form');
    field(element, 'input[type="text"]', 'First snow, and the sledge');
    // Back over the end of summer time.
    field(element, 'input[type="datetime-local"]', '2026-10-24T18:30', 'change');
    editor(element).renderRoot.querySelector('form')!.requestSubmit();
    await until(() => deepText(element).includes('Changes saved.'), 'that it is saved');
    const changed = services.journal.entries.get('recall-1') as RecallEntry;
    expect(changed.memory.title).to.equal('First snow, and the sledge');
    const summer = { epochMs: Date.UTC(2026, 9, 24, 16, 30), zone: 'Europe/Berlin', offsetMinutes: 120 };
    expect(changed.startedAt).to.deep.equal(summer);
    expect(changed.face).to.deep.equal(first.face);
    expect(changed.edits![0]!.before).to.deep.equal({ startedAt: first.startedAt, memory: first.memory });

    const fold = () => deepQuery(element.shadowRoot!, 'rv-entry-edits')?.shadowRoot?.querySelector('details');
    await until(fold, 'that it was changed');
    const details = fold()!;
    details.open = true;
    expect(deepText(details)).to.contain('Changed once').and.to.contain('Before, it said');
    expect(deepText(details)).to.contain('First snow on the hill');
    await expectAccessible(element);

    control(element, 'Undo').click();
    await until(() => !deepText(element).includes('Changes saved.'), 'that it is undone');
    expect(services.journal.entries.get('recall-1')).to.deep.equal(first);
  });

  it('goes on with an edit whose tab was killed, and lets it go when cancelled or saved', async () => {
    const services = new FakeServices([sampleRecall(), sampleRecall({ id: 'recall-2' })]);
    const begun = await entry(services);
    control(begun, 'Edit').click();
    await until(() => editor(begun)?.renderRoot.querySelector('form'), 'the form');
    field(begun, 'textarea', 'One more line');
    await until(() => services.journal.drafts.size === 1, 'its draft');
    unmountAll();

    const other = await entry(services, 'recall-2');
    await until(() => deepText(other).includes('Delete this entry'), 'an entry that nobody edits');
    unmountAll();

    const again = await entry(services);
    await until(() => editor(again)?.renderRoot.querySelector('form'), 'the edit');
    expect(deepText(again)).to.contain('Here’s where you left off.');
    expect(editor(again).renderRoot.querySelector('textarea')!.value).to.equal('One more line');
    control(again, 'Cancel').click();
    await until(() => !editor(again), 'the entry');
    expect(services.journal.drafts.size).to.equal(0);

    control(again, 'Edit').click();
    await until(() => editor(again)?.renderRoot.querySelector('form'), 'the form');
    field(again, 'textarea', 'Kept');
    editor(again).renderRoot.querySelector('form')!.requestSubmit();
    await until(() => deepText(again).includes('Changes saved.'), 'that it is saved');
    expect(services.journal.drafts.size).to.equal(0);
    expect(services.journal.entries.get('recall-1')!.report.note).to.equal('Kept');
  });

  it('takes no time to come, and changes nothing where nothing was changed', async () => {
    const services = new FakeServices([sampleCheckIn({ id: 'recall-1' })]);
    const element = await entry(services);
    control(element, 'Edit').click();
    await until(() => editor(element)?.renderRoot.querySelector('form'), 'the form');
    field(element, 'input[type="datetime-local"]', '2031-01-01T10:00', 'change');
    editor(element).renderRoot.querySelector<HTMLInputElement>('input[type="datetime-local"]')!.value =
      '2026-11-20T10:00';
    editor(element).renderRoot.querySelector('form')!.requestSubmit();
    await until(() => !editor(element), 'the entry');
    expect(services.journal.entries.get('recall-1')!.edits).to.equal(undefined);
  });

  it('comes back with its trace where its deletion is undone', async () => {
    const services = new FakeServices([sampleRecall()]);
    services.journal.traces.set('recall-1', sampleTrace());
    const element = await entry(services);
    control(element, 'Delete this entry').click();
    const dialog = await question(element);
    dialog.dispatchEvent(new CustomEvent('rv-confirm'));
    await until(() => paths.length > 0, 'the list');
    expect(services.journal.entries.size).to.equal(0);
    expect(services.journal.traces.size).to.equal(0);
    await (await services.undos()).take();
    expect(services.journal.entries.get('recall-1')).to.deep.equal(sampleRecall());
    expect(services.journal.traces.get('recall-1')).to.deep.equal(sampleTrace());
  });
});
