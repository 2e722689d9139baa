import { expect } from 'chai';
import { html } from 'lit';
import { BackupProblem } from '../../../app/domain/backup/backup';
import { asFailure } from '../../../app/domain/failure/failure';
import type { Preview } from '../../../app/journal/backup/restore/preview';
import { dateOf } from '../../../app/words/day-words';
import '../../../app/views/restore/restore';
import '../../../app/views/settings/backup';
import '../../../app/views/today/today';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleEntries } from '../../support/sample-entries';

const DAY_MS = 86_400_000;
const COPY_DAY = dateOf('2026-11-20');
const copy = { name: 'day-2026-11-20.reverie', kind: 'day', day: '2026-11-20', bytes: 2_400_000 } as const;

/** Where the person is and what the clock shows there, which their calendar days go by. */
const at = (services: FakeServices, zone: string, time: string) =>
  Object.assign(services.clock, { epochMs: () => Date.parse(time), zone: () => zone });

const fakeSink = () => {
  const delivered: string[] = [];
  const sink = {
    stream: new WritableStream<Uint8Array>(),
    file: async () => new Blob(),
    byHand: false,
    deliver: async () => {
      delivered.push('delivered');
      return true;
    },
  };
  return { sink, delivered };
};

describe('the reminder of a backup on Today', () => {
  afterEach(unmountAll);
  const today = (services: FakeServices) => mount(html`<rv-today></rv-today>`, services);
  const shows = (element: HTMLElement) => deepText(element).includes('only on this phone');

  it('comes when weeks of entries are without one, and stays away once it was put aside', async () => {
    const kept = sampleEntries(30).map((entry) => ({ ...entry, savedAt: entry.startedAt }));
    const services = new FakeServices(kept);
    const element = await today(services);
    await until(() => shows(element), 'the card');
    await expectAccessible(element);
    control(element, 'Not now').click();
    await until(() => !shows(element), 'the card to go');
    expect((await services.journal.settings()).backupReminderDismissedAtMs).to.equal(NOW_MS);
    const again = await today(services);
    await until(() => deepQuery(again.shadowRoot!, 'h1'), 'the heading');
    expect(shows(again)).to.equal(false);
  });

  it('does not come while the last backup is fresh', async () => {
    const element = await today(new FakeServices(sampleEntries(30), { lastBackupAtMs: NOW_MS - DAY_MS }));
    await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
    expect(deepQuery(element.shadowRoot!, 'rv-backup-card')).to.equal(null);
  });

  it('tells of the copies where the journal is empty and should not be', async () => {
    const services = new FakeServices();
    services.copies = [copy];
    const element = await today(services);
    await until(() => deepText(element).includes('There was a journal here'), 'the card');
    expect(control(element, 'See the copies').getAttribute('href')).to.equal('/restore');
    await expectAccessible(element);
  });
});

describe('rv-settings-backup', () => {
  afterEach(unmountAll);
  const section = (services: FakeServices, lastBackupAtMs: number | null = null) =>
    mount(html`<rv-settings-backup .lastBackupAtMs=${lastBackupAtMs}></rv-settings-backup>`, services);

  it('says how old the last backup is, and what came since', async () => {
    const services = new FakeServices(sampleEntries(3));
    services.backupsGiven = { listCopies: async () => [copy] };
    const element = await section(services, NOW_MS - 15 * DAY_MS);
    await until(() => deepText(element).includes('have been added since'), 'the count');
    expect(deepText(element)).to.contain('Your last backup is from 2 weeks ago. 3 entries have been added since.');
    expect(deepText(element)).to.contain('The latest is from 2 days ago (one in all).');
    await expectAccessible(element);
  });

  it('counts the days the person lived, on both sides of their midnight', async () => {
    const lastBackup = Date.parse('2026-11-19T23:30-08:00');
    for (const [zone, time, backup, own] of [
      ['America/Los_Angeles', '2026-11-20T00:01-08:00', 'yesterday', 'today'],
      ['America/Los_Angeles', '2026-11-20T23:59-08:00', 'yesterday', 'today'],
      ['America/Los_Angeles', '2026-11-21T00:01-08:00', '2 days ago', 'yesterday'],
      ['Asia/Tokyo', '2026-11-20T23:59+09:00', 'today', 'today'],
      ['Asia/Tokyo', '2026-11-21T00:01+09:00', 'yesterday', 'yesterday'],
    ] as const) {
      const services = new FakeServices(sampleEntries(3));
      services.backupsGiven = { listCopies: async () => [copy] };
      at(services, zone, time);
      const element = await section(services, lastBackup);
      await until(() => deepText(element).includes('The latest is from'), 'the copies');
      expect(deepText(element), time).to.contain(`Your last backup is from ${backup}.`);
      expect(deepText(element), time).to.contain(`The latest is from ${own} (`);
      unmountAll();
    }
  });

  it('takes a passphrase twice, writes, and says what was written', async () => {
    const services = new FakeServices(sampleEntries(3));
    const { sink, delivered } = fakeSink();
    services.sink = sink;
    const given: unknown[] = [];
    services.backupsGiven = {
      save: async (_sink, options) => {
        given.push(options?.passphrase);
        return { entries: 3, traces: 0, settings: 1, unreadable: 1, firstDay: null, lastDay: null };
      },
    };
    const element = await section(services);
    control(element, 'Save a backup').click();
    await until(() => deepQuery(element.shadowRoot!, '#second'), 'the form');
    await expectAccessible(element);
    const [first, second] = ['#first', '#second'].map((id) => deepQuery<HTMLInputElement>(element.shadowRoot!, id)!);
    const save = () => control(element, 'Save the backup').click();
    first!.value = 'short';
    save();
    await until(() => deepText(element).includes('at least 10 characters'), 'the first problem');
    first!.value = 'four words for it';
    second!.value = 'four words for';
    save();
    await until(() => deepText(element).includes('don’t match'), 'the second problem');
    second!.value = 'four words for it';
    save();
    await until(() => deepText(element).includes('Saved and checked: 3 entries.'), 'the end');
    expect(deepText(element)).to.contain('One couldn’t be read');
    expect(given).to.deep.equal(['four words for it']);
    expect(delivered).to.deep.equal(['delivered']);
    expect(services.calls[0]).to.deep.equal(['newFile', 'Reverie 2026-11-22.reverie']);
  });

  it('asks for a tap where the phone’s own sheet takes the file, and counts only what was taken', async () => {
    const services = new FakeServices(sampleEntries(1));
    const taken = [false, true];
    const noted: string[] = [];
    services.sink = { ...fakeSink().sink, byHand: true, deliver: async () => taken.shift()! };
    services.backupsGiven = {
      needsPassphrase: async () => false,
      save: async () => ({ entries: 1, traces: 0, settings: 1, unreadable: 0, firstDay: null, lastDay: null }),
      delivered: async () => void noted.push('noted'),
    };
    const element = await section(services);
    control(element, 'Save a backup').click();
    await until(() => deepText(element).includes('Now choose where it goes'), 'the file to be written');
    expect(taken).to.have.length(2);
    await expectAccessible(element);
    control(element, 'Save or send the file').click();
    await until(() => taken.length === 1, 'the sheet');
    expect(noted).to.deep.equal([]);
    control(element, 'Save or send the file').click();
    await until(() => deepText(element).includes('Saved and checked: one entry.'), 'the end');
    expect(noted).to.deep.equal(['noted']);
  });

  it('says why it could not be written', async () => {
    const services = new FakeServices(sampleEntries(1));
    services.sink = fakeSink().sink;
    const failing = async () => {
      throw new BackupProblem('no-room');
    };
    services.backupsGiven = { needsPassphrase: async () => false, save: failing };
    const element = await section(services);
    control(element, 'Save a backup').click();
    await until(() => deepText(element).includes('There isn’t enough room to write this.'), 'the problem');
    expect(control(element, 'Save a backup')).to.exist;
  });
});

describe('rv-restore', () => {
  afterEach(unmountAll);

  const preview = (change: Partial<Preview> = {}): Preview => ({
    tally: { entries: 5, traces: 2, settings: 1, unreadable: 0, firstDay: '2026-01-03', lastDay: '2026-11-20' },
    standings: { new: 2, same: 2, different: 1 },
    unknown: 0,
    missing: [],
    present: 3,
    ...change,
  });

  async function restore(services: FakeServices): Promise<HTMLElement> {
    const opened = { file: new Blob(['five!']) };
    services.backupsGiven = {
      listCopies: async () => [copy],
      openCopy: async () => ({}) as never,
      openByItself: async () => opened as never,
      preview: async () => preview(),
      ...services.backupsGiven,
    };
    const element = await mount(html`<rv-restore></rv-restore>`, services);
    await until(() => deepText(element).includes(COPY_DAY), 'the copies');
    control(element, COPY_DAY).click();
    return element;
  }
  it('says of a copy of this evening that it is of today, also where it is tomorrow in Greenwich', async () => {
    for (const [time, ago] of [
      ['2026-11-20T23:59-08:00', 'today'],
      ['2026-11-21T00:01-08:00', 'yesterday'],
    ] as const) {
      const services = new FakeServices();
      services.backupsGiven = { listCopies: async () => [copy] };
      at(services, 'America/Los_Angeles', time);
      const element = await mount(html`<rv-restore></rv-restore>`, services);
      await until(() => deepText(element).includes(COPY_DAY), 'the copies');
      expect(deepText(element), time).to.contain(`${COPY_DAY} ${ago}, 2.4 MB`);
      unmountAll();
    }
  });

  const replaceDialog = (element: HTMLElement) =>
    deepElements(element.shadowRoot!).find((one) => one.id === 'replace') as HTMLElementTagNameMap['rv-dialog'];

  it('shows what would happen, and brings it in only then', async () => {
    const services = new FakeServices();
    const done: string[] = [];
    services.backupsGiven = {
      merge: async (_opened, _preview, { onEntry }) => {
        onEntry?.(3);
        done.push('merge');
        return { added: 2, changed: 1, same: 2, removed: 0, unknown: 0 };
      },
    };
    const element = await restore(services);
    await until(() => deepText(element).includes('This backup is intact'), 'the preview');
    expect(deepText(element)).to.contain(`It holds 5 entries, from ${dateOf('2026-01-03')} to ${COPY_DAY}.`);
    expect(deepText(element)).to.contain('1 different your journal has another version; both are kept');
    await expectAccessible(element);
    expect(done).to.deep.equal([]);
    control(element, 'Restore 3 entries').click();
    await until(() => deepText(element).includes('3 entries are back'), 'the end');
    await expectAccessible(element);
  });

  it('replaces by an emptier one only after a word was typed', async () => {
    const services = new FakeServices();
    const replaced: unknown[] = [];
    services.backupsGiven = {
      preview: async () => preview({ missing: ['a', 'b'], present: 7 }),
      replace: async (_opened, { missing }) => {
        replaced.push(missing);
        return { added: 2, changed: 1, same: 2, removed: 2, unknown: 0 };
      },
    };
    const element = await restore(services);
    await until(() => replaceDialog(element), 'the preview');
    control(element, 'Make my journal exactly').click();
    const dialog = replaceDialog(element);
    await until(() => dialog.open, 'the question');
    expect(deepText(dialog)).to.contain(
      '2 of your 7 entries aren’t in the backup and would be removed. The backup holds 5.',
    );
    const yes = dialog.shadowRoot!.querySelector<HTMLButtonElement>('.danger')!;
    expect(yes.disabled).to.equal(true);
    const field = dialog.shadowRoot!.querySelector('input')!;
    field.value = 'replace';
    field.dispatchEvent(new Event('input'));
    await dialog.updateComplete;
    yes.click();
    await until(() => replaced.length > 0, 'the replacement');
    expect(replaced).to.deep.equal([['a', 'b']]);
  });

  it('says what is wrong with a backup, and lets another be chosen', async () => {
    const services = new FakeServices();
    services.backupsGiven = { preview: async () => Promise.reject(new BackupProblem('incomplete', 'cut off')) };
    const element = await restore(services);
    await until(() => deepText(element).includes('the end is missing'), 'the problem');
    await expectAccessible(element);
    expect(control(element, COPY_DAY)).to.exist;
  });

  it('says that a backup is damaged where nobody can tell what opens it', async () => {
    const services = new FakeServices();
    const broken = {
      get openedBy(): never {
        throw new BackupProblem('damaged', '110 wraps');
      },
    };
    services.backupsGiven = { openCopy: async () => broken as never, openByItself: async () => null };
    const element = await restore(services);
    await until(() => deepText(element).includes('is damaged'), 'the problem');
    expect(control(element, COPY_DAY)).to.exist;
  });

  it('asks for the passphrase of a sealed one, and tells a wrong one from a damaged file', async () => {
    const services = new FakeServices();
    const problems = [new BackupProblem('wrong-secret'), new BackupProblem('damaged'), asFailure(null, 'memory-short')];
    const openedBy = new Set(['passphrase', 'recovery']);
    services.backupsGiven = {
      openCopy: async () => ({ openedBy, withTyped: () => Promise.reject(problems.shift()) }) as never,
      openByItself: async () => null,
    };
    const element = await restore(services);
    for (const words of ['doesn’t open this backup', 'is damaged', 'enough free memory']) {
      await until(() => deepQuery(element.shadowRoot!, '.field input'), 'the form');
      deepQuery<HTMLInputElement>(element.shadowRoot!, '.field input')!.value = 'a guess';
      control(element, 'Open the backup').click();
      await until(() => deepText(element).includes(words), words);
    }
    await expectAccessible(element);
    expect(deepText(element), 'either may be typed').to.contain('Passphrase or recovery code');
  });
});
