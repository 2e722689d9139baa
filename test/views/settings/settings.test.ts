import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { NO_CHOICES } from '../../../app/domain/memory/cue-choices';
import { permitsOf } from '../../../app/domain/settings/consents';
import { CONSENT_VERSION } from '../../../app/recall/consent/consent';
import '../../../app/views/settings/settings';
import { WhenFetched } from '../../../app/views/shared/when-fetched';
import type { DeviceReport } from '../../../app/vision/protocol';
import { whileStubbed } from '../../journal/support/with-journal';
import { AGREED } from '../../services/support/agreed';
import { expectAccessible } from '../../support/accessible';
import { sampleDevice } from '../../support/fake-device';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleEntries } from '../../support/sample-entries';

describe('rv-settings', () => {
  let paths: string[];
  beforeEach(() => {
    paths = [];
  });
  afterEach(unmountAll);

  async function settings(services: FakeServices): Promise<HTMLElement> {
    const element = await mount(
      html`<rv-settings @rv-navigate=${({ detail }: CustomEvent<{ path: string }>) => paths.push(detail.path)}></rv-settings>`,
      services,
    );
    await until(() => deepQuery(element.shadowRoot!, 'fieldset'), 'the settings');
    return element;
  }

  /** The radio button whose label says `words`. */
  const radio = (element: HTMLElement, words: string): HTMLInputElement =>
    deepElements(element.shadowRoot!)
      .find((one) => one.matches('label') && deepText(one) === words)!
      .querySelector('input')!;

  /** Opens the part of this name. */
  const open = (element: HTMLElement, summary: string): void => {
    const summaries = deepElements(element.shadowRoot!).filter((one) => one.matches('summary'));
    summaries.find((one) => deepText(one) === summary)!.closest('details')!.open = true;
  };

  /** The last part, which is fetched when it is opened. */
  async function openDevice(element: HTMLElement): Promise<void> {
    const summary = deepElements(element.shadowRoot!).find(
      (one) => one.matches('summary') && deepText(one) === 'This device',
    );
    (summary as HTMLElement).click();
    await until(() => deepText(element).includes('Run the face reader on'), 'the device');
  }

  const openDialog = (element: HTMLElement) =>
    deepElements(element.shadowRoot!).find(
      (one): one is HTMLElementTagNameMap['rv-dialog'] =>
        one.matches('rv-dialog') && (one as HTMLElementTagNameMap['rv-dialog']).open,
    );

  it('is accessible before and after the device was tested', async () => {
    const services = new FakeServices([], { consents: AGREED });
    const element = await settings(services);
    await expectAccessible(element);
    await openDevice(element);
    await expectAccessible(element);
    control(element, 'Test this device').click();
    await until(() => deepText(element).includes('Test again'), 'the report');
    await expectAccessible(element);
  });

  it('changes length, appearance and backend', async () => {
    const services = new FakeServices();
    const element = await settings(services);
    radio(element, '2 min').click();
    radio(element, 'Dark').click();
    radio(element, 'Vibration').click();
    await openDevice(element);
    radio(element, 'Processor only').click();
    const { recallMs, theme, backend, signal } = await services.journal.settings();
    expect({ recallMs, theme, backend, signal }).to.deep.equal({
      recallMs: 120_000,
      theme: 'dark',
      backend: 'wasm',
      signal: 'vibration',
    });
  });

  it('moves between lengths with the arrow keys', async () => {
    const services = new FakeServices();
    const element = await settings(services);
    radio(element, '45 sec').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect((await services.journal.settings()).recallMs).to.equal(60_000);
  });

  it('comes in a person’s order: what they set, what is safe, what they agreed to; the device last, and folded', async () => {
    const element = await settings(new FakeServices());
    const headings = deepElements(element.shadowRoot!)
      .filter((one) => one.matches('h2:not(dialog h2)') && one.checkVisibility())
      .map(deepText);
    const order = ['Recall', 'Appearance', 'Lock', 'Backup', 'Storage', 'What you agreed to', 'About'];
    expect(headings.filter((one) => order.includes(one))).to.deep.equal(order);
    const last = deepElements(element.shadowRoot!)
      .filter((one) => one.matches('summary, h2') && one.checkVisibility())
      .at(-1)!;
    expect([deepText(last), last.closest('details')?.open]).to.deep.equal(['This device', false]);
  });

  it('leads at once to what a person comes for, open and with the focus in it', async () => {
    const element = await settings(new FakeServices());
    const inside = (): Element | null => element.shadowRoot!.activeElement;
    for (const [words, place] of [
      ['Reminders', 'reminders'],
      ['Language', 'language'],
      ['Your face', 'face'],
      ['Copies on this phone', 'backup'],
      ['Lock', 'lock'],
    ] as const) {
      control(element, words).click();
      const focused = inside()!.closest(`[data-place~="${place}"]`);
      expect(focused, words).to.exist;
      if (focused instanceof HTMLDetailsElement) expect(focused.open, words).to.equal(true);
      expect(Math.abs(focused!.getBoundingClientRect().top), `${words} is in view`).to.be.below(innerHeight);
    }
    await until(() => deepText(element).includes('When to remind you'), 'what was folded');
    await expectAccessible(element);
  });

  it('begins at the place that its address names, and at its top where there is none of that name', async () => {
    const startedAt = location.href;
    try {
      for (const [hash, place] of [
        ['#backup', 'backup'],
        ['#reminders', 'reminders'],
        ['#%22no%5Dsuch', null],
      ] as const) {
        history.replaceState({}, '', hash);
        const element = await settings(new FakeServices());
        const focused = element.shadowRoot!.activeElement?.closest<HTMLElement>('[data-place]');
        expect(focused?.dataset.place?.split(' ')[0] ?? null, hash).to.equal(place);
        unmountAll();
      }
    } finally {
      history.replaceState({}, '', startedAt);
    }
  });

  it('names in that list only what is there', async () => {
    const element = await settings(new FakeServices());
    const named = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a')].map(({ hash }) =>
      hash.slice(1),
    );
    expect(named).to.have.length.above(5);
    for (const id of named) expect(deepQuery(element.shadowRoot!, `[data-place~="${id}"]`), id).to.exist;
  });

  it('says beforehand when a recall is too short for a summary', async () => {
    const element = await settings(new FakeServices([], { recallMs: 15_000 }));
    expect(deepText(element)).to.contain('15 seconds is too short for a face summary');
  });

  it('shows what really reads the face, its tests and its medians', async () => {
    const services = new FakeServices();
    services.onDevice.last = sampleDevice();
    const element = await settings(services);
    await openDevice(element);
    await until(() => deepText(element).includes('Runs on'), 'the report');
    const text = deepText(element);
    expect(text).to.contain('the processor, 2 threads');
    expect(text).to.contain('WebGPU isn’t used: off by at most 4.10%');
    expect(text).to.contain('The processor passed its test: off by at most 0.04%, with 2% allowed.');
    expect(text).to.contain('Total 21.7 ms');
    expect(text).to.contain('512 read, 3 skipped, 0 open');
  });

  it('tells the progress of the test in bytes, and a failure with what to do', async () => {
    const services = new FakeServices();
    let finish: (outcome: Promise<DeviceReport>) => void = () => undefined;
    services.onDevice.testing = (onProgress) => {
      onProgress({ loadedBytes: 4_200_000, totalBytes: 11_300_000, step: 'landmarks' });
      return new Promise((resolve) => (finish = resolve));
    };
    const element = await settings(services);
    await openDevice(element);
    control(element, 'Test this device').click();
    await until(() => deepText(element).includes('4.2 MB of 11.3 MB'), 'the progress');
    finish(Promise.reject(new Failure('model-altered', 'sha256')));
    await until(() => deepText(element).includes('thrown away'), 'the failure');
    expect(deepQuery(element.shadowRoot!, 'rv-progress')).to.equal(null);
    expect(control(element, 'Test this device')).to.exist;
  });

  it('says whether the browser keeps the journal', async () => {
    const services = new FakeServices();
    const element = await settings(services);
    await until(() => deepText(element).includes('18.4 MB of 64 GB'), 'the space');
    expect(deepText(element)).to.contain('has promised not to clear it');
    services.onDevice.space = { persisted: false, usedBytes: null, quotaBytes: null };
    const other = await settings(services);
    await until(() => deepText(other).includes('hasn’t promised'), 'the other answer');
  });

  it('shows every consent, takes each back at once, and gives it again', async () => {
    const services = new FakeServices([], { consents: AGREED });
    const element = await settings(services);
    open(element, 'See it, or take it back');
    await until(() => deepText(element).includes('Agreed on'), 'the consents');
    await expectAccessible(element);
    expect(deepText(element)).to.contain('No pictures are kept');
    expect(deepQuery<HTMLAnchorElement>(element.shadowRoot!, '.stack a')!.href).to.equal('https://findahelpline.com/');
    const box = (part: string) => deepQuery<HTMLInputElement>(element.shadowRoot!, `input[name=${part}]`)!;
    const permits = async () => permitsOf((await services.journal.settings()).consents, CONSENT_VERSION);
    box('readings').click();
    await until(() => deepText(element).includes('What is read is gone once you save.'), 'the readings');
    expect(await permits()).to.deep.equal({ face: true, readings: false });
    box('face').click();
    await until(() => box('readings').disabled, 'what isn’t read can’t be kept');
    expect(deepText(element)).to.match(/Taken back on .+\. The camera stays off\./);
    expect(await permits()).to.deep.equal({ face: false, readings: false });
    box('face').click();
    await until(() => !box('readings').disabled, 'the face again');
    expect(await permits()).to.deep.equal({ face: true, readings: false });
    const list = deepElements(element.shadowRoot!).filter((one) => one.matches('.said li'));
    expect(list.map((one) => deepText(one).split(':')[0])).to.deep.equal([
      'Agreed',
      'Agreed',
      'Taken back',
      'Taken back',
      'Agreed',
    ]);
  });

  it('shows reminders among the consents: on by their times, and off at once', async () => {
    const services = new FakeServices([], { consents: AGREED });
    const element = await settings(services);
    open(element, 'See it, or take it back');
    await until(() => deepText(element).includes('Off. Nothing reminds you.'), 'the consents');
    const box = () => deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[name=reminders]')!;
    const times = async () => (await services.journal.settings()).reminders.times;
    box().click();
    await until(async () => (await times()).length === 1, 'a time');
    box().click();
    await until(() => deepText(element).includes('Nothing reminds you.') && !box().checked, 'taken back');
    expect(await times()).to.deep.equal([]);
    await services.journal.changeSettings(({ reminders }) => ({
      reminders: { ...reminders, times: [60] },
      consents: [],
    }));
    await until(() => box().checked && deepText(element).includes('On since before this list began.'), 'from before');
  });

  it('says of each folded part by itself that it couldn’t be fetched', async () => {
    const element = await settings(new FakeServices());
    const fetch = WhenFetched.prototype.do;
    const offline = () => Promise.reject(new Failure('not-fetched', 'offline'));
    await whileStubbed(
      WhenFetched.prototype,
      'do',
      function (this: WhenFetched, _fetch, work) {
        fetch.call(this, offline, work as () => void);
      },
      async () => {
        open(element, 'Language');
        await until(() => deepQuery(element.shadowRoot!, 'rv-notice'), 'the notice');
      },
    );
    const notices = () => deepElements(element.shadowRoot!).filter((one) => one.matches('rv-notice'));
    expect(notices()).to.have.length(1);
    open(element, 'How you rate');
    await until(() => deepText(element).includes('One pad'), 'another part');
    expect(notices()).to.have.length(1);
  });

  it('shows a consent as it still is where it couldn’t be taken back', async () => {
    const services = new FakeServices([], { consents: AGREED });
    const element = await settings(services);
    open(element, 'See it, or take it back');
    await until(() => deepText(element).includes('Agreed on'), 'the consents');
    services.journal.changeSettings = () => Promise.reject(new Failure('save-failed', 'disk'));
    const face = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[name=face]')!;
    face.click();
    await until(() => deepQuery(element.shadowRoot!, 'rv-notice'), 'why');
    expect(face.checked).to.equal(true);
  });

  it('erases everything only after the word was typed', async () => {
    const services = new FakeServices(sampleEntries(3));
    const element = await settings(services);
    control(element, 'Delete everything').click();
    await until(() => openDialog(element), 'the question');
    const dialog = openDialog(element)!;
    const yes = deepElements(dialog.shadowRoot!).find((one): one is HTMLButtonElement => one.matches('.danger'))!;
    yes.click();
    expect(services.journal.entries.size).to.equal(3);
    dialog.shadowRoot!.querySelector('input')!.focus();
    await sendKeys({ type: 'delete' });
    await dialog.updateComplete;
    yes.click();
    await until(() => deepText(element).includes('Everything is deleted.'), 'the proof');
    expect(services.journal.entries.size).to.equal(0);
    expect(deepText(element)).to.contain('Entries 3 0');
    await expectAccessible(element);
    control(element, 'Back to Today').click();
    expect(paths).to.deep.equal(['/']);
  });

  it('shows the person’s questions when they are opened: their own, favourites, and hidden ones', async () => {
    const own = { id: 'own-1', question: 'Who had the blue bike?', direction: 'past', valence: 'neutral' } as const;
    const cues = { ...NO_CHOICES, own: [own], favoured: ['view'], hidden: ['goodbye'] };
    const services = new FakeServices([], { cues });
    const element = await settings(services);
    open(element, 'Your questions');
    await until(() => deepText(element).includes(own.question), 'the questions');
    await expectAccessible(element);
    const choices = async () => (await services.journal.settings()).cues;
    control(element, 'No longer a favourite').click();
    await until(() => !deepText(element).includes('Favourites'), 'that it is none');
    control(element, 'Ask again').click();
    await until(() => !deepText(element).includes('Never asked'), 'that it is asked again');
    expect(await choices()).to.deep.equal({ ...cues, favoured: [], hidden: [] });

    control(element, 'Change').click();
    const writing = () => deepQuery(element.shadowRoot!, 'rv-own-question');
    await until(() => writing()?.shadowRoot?.querySelector('textarea')?.value, 'its words');
    const form = writing()!;
    await expectAccessible(element);
    form.shadowRoot!.querySelector('textarea')!.value = 'Whose bike was blue?';
    form.shadowRoot!.querySelector('form')!.requestSubmit();
    await until(() => deepText(element).includes('Whose bike was blue?'), 'the change');
    expect((await choices()).own).to.deep.equal([{ ...own, question: 'Whose bike was blue?' }]);
    control(element, 'Remove').click();
    await until(() => !deepText(element).includes('Whose bike'), 'that it is gone');
  });

  it('takes songs, places and people to be asked about, and removes them', async () => {
    const services = new FakeServices();
    const element = await settings(services);
    open(element, 'Your questions');
    await until(() => deepText(element).includes('Songs, places, people'), 'the questions');
    control(element, 'Name one').click();
    const field = () => deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[maxlength="60"]');
    await until(() => field()?.matches(':focus'), 'the field');
    await expectAccessible(element);
    const kinds = deepElements(element.shadowRoot!).filter((one) => one.matches('input[name=kind]'));
    (kinds[1] as HTMLInputElement).click();
    field()!.value = '  the  lido ';
    field()!.form!.requestSubmit();
    await until(() => deepText(element).includes('the lido'), 'the place');
    const named = async () => (await services.journal.settings()).cues.named!.map(({ kind, name }) => [kind, name]);
    expect(await named()).to.deep.equal([['place', 'the lido']]);
    await expectAccessible(element);
    control(element, 'Remove').click();
    await until(() => !deepText(element).includes('the lido'), 'that it is gone');
    expect(await named()).to.deep.equal([]);
  });
});
