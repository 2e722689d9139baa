import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import { newId } from '../../../app/base/ids';
import { openJournal } from '../../../app/journal/open-journal';
import { eraseStore } from '../../../app/journal/rescue/store-state';
import { openDatabase } from '../../../app/journal/store/database';
import { MIGRATIONS } from '../../../app/journal/store/migrations';
import { storeMark } from '../../../app/journal/store/store-mark';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

describe('a store that is gone', () => {
  let name: string;
  beforeEach(() => {
    name = `test-${newId()}`;
  });
  afterEach(() => eraseStore(name));

  it('is told as lost, at once and in later visits, and none is made in its place until that is wished', async () => {
    const mark = storeMark(name);
    const journal = await openJournal({ name, mark });
    await journal.save(checkIn('one', NOON_MS), null);
    await deleteDB(name);
    expect((await rejection(journal.list())).code).to.equal('journal-lost');
    expect((await rejection(journal.save(checkIn('two', NOON_MS), null))).code).to.equal('journal-lost');
    journal.close();
    expect((await rejection(openJournal({ name, mark }))).code).to.equal('journal-lost');
    expect((await indexedDB.databases()).map((one) => one.name)).to.not.include(name);
    await eraseStore(name);
    const anew = await openJournal({ name, mark });
    expect((await anew.list()).entries).to.deep.equal([]);
    anew.close();
  });

  it('is made anew by who brings a copy back', async () => {
    storeMark(name).set();
    const journal = await openJournal({ name });
    await journal.save(checkIn('one', NOON_MS), null);
    journal.close();
  });
});

describe('openDatabase', () => {
  let name: string;
  beforeEach(() => {
    name = `test-${newId()}`;
  });
  afterEach(() => deleteDB(name));

  it('makes the stores of the newest version', async () => {
    const database = await openDatabase({ name });
    expect([...database.objectStoreNames]).to.deep.equal([
      'changes',
      'drafts',
      'entries',
      'months',
      'settings',
      'state',
      'traces',
      'vault',
      'words',
    ]);
    expect(database.version).to.equal(MIGRATIONS.length);
    database.close();
  });

  it('refuses a newer database and leaves it as it is', async () => {
    const newer = await openDB(name, 99, { upgrade: (db) => void db.createObjectStore('future', { keyPath: 'id' }) });
    await newer.put('future', { id: 1, words: 'kept' });
    newer.close();
    expect((await rejection(openDatabase({ name }))).code).to.equal('journal-newer');
    const after = await openDB(name);
    expect(after.version).to.equal(99);
    expect(await after.getAll('future')).to.deep.equal([{ id: 1, words: 'kept' }]);
    after.close();
  });

  it('runs only the steps that are missing, and undoes them all when one fails', async () => {
    (await openDatabase({ name })).close();
    const failing = () => {
      throw new Error('step three');
    };
    const add = (db: { createObjectStore(name: never): unknown }) => void db.createObjectStore('added' as never);
    const error = await rejection(openDatabase({ name, migrations: [...MIGRATIONS, add, failing] }));
    expect(error.code).to.equal('journal-unreadable');
    expect(error.message).to.contain('step three');
    const after = await openDB(name);
    expect(after.version).to.equal(MIGRATIONS.length);
    expect([...after.objectStoreNames]).to.not.include('added');
    after.close();
    const repaired = await openDatabase({ name, migrations: [...MIGRATIONS, add] });
    expect([...repaired.objectStoreNames]).to.include('added');
    repaired.close();
  });

  it('says that another tab blocks it, and does not hold the database when that tab lets go', async () => {
    // A tab that does not listen to `versionchange`, as a frozen one.
    const frozen = await openDB(name, MIGRATIONS.length);
    const blocked = openDatabase({ name, migrations: [...MIGRATIONS, () => undefined], openLimitMs: 100 });
    expect((await rejection(blocked)).code).to.equal('journal-blocked');
    frozen.close();
    const database = await openDB(name, MIGRATIONS.length + 2);
    expect(database.version).to.equal(MIGRATIONS.length + 2);
    database.close();
  });

  it('says that the journal cannot be read when the browser does not let it in, or never answers', async () => {
    const deaf = { addEventListener: () => undefined, removeEventListener: () => undefined };
    const silent = () => Object.assign(Object.create(IDBOpenDBRequest.prototype), deaf) as IDBOpenDBRequest;
    const forbidden = () => {
      throw new DOMException('not in private mode', 'SecurityError');
    };
    const codes: unknown[] = [];
    for (const [at, stub] of [silent, forbidden].entries()) {
      const error = await whileStubbed(IDBFactory.prototype, 'open', stub, () =>
        rejection(openDatabase({ name: `${name}-${at}`, openLimitMs: 30 })),
      );
      codes.push(error.code);
    }
    expect(codes).to.deep.equal(['journal-silent', 'journal-unreadable']);
  });

  it('is given up by a page that is left while it is made, and the next page makes it', async () => {
    let reached: () => void = () => undefined;
    const isMade = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const hanging = (_: unknown, transaction: { objectStore(name: never): { get(key: string): Promise<unknown> } }) => {
      const keepBusy = async (): Promise<void> => {
        reached();
        for (;;) await transaction.objectStore('entries' as never).get('none');
      };
      return keepBusy();
    };
    const leaving = rejection(openDatabase({ name, migrations: [...MIGRATIONS, hanging as never] }));
    await isMade;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await leaving;
    const database = await openDatabase({ name, openLimitMs: 2_000 });
    expect(database.version).to.equal(MIGRATIONS.length);
    database.close();
  });

  it('does not wait for ever for a tab that is opening it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(`${name}-opening`, () => held);
    (await openDatabase({ name })).close();
    release();
  });

  it('says that the phone is full when there is no room to open', async () => {
    const full = () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    const error = await whileStubbed(IDBFactory.prototype, 'open', full, () => rejection(openDatabase({ name })));
    expect(error.code).to.equal('journal-full');
  });
});

describe('two tabs', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('see and hear of each other, and of themselves', async () => {
    const [one, two] = [await desk.tab(), await desk.tab()];
    let heardHere = 0;
    one.subscribe(() => {
      heardHere += 1;
    });
    const heardThere = new Promise<void>((resolve) => two.subscribe(resolve));
    await one.save(checkIn('new', NOON_MS), null);
    expect(heardHere).to.equal(1);
    await heardThere;
    expect((await two.list()).entries.map(({ id }) => id)).to.deep.equal(['new']);
  });

  it('never write over what the other has changed: both versions are kept, and both are shown', async () => {
    const [one, two] = [await desk.tab(), await desk.tab()];
    const titled = (title: string) => recall({ memory: { ...recall().memory, title } });
    await one.save(titled('as it was'), trace());
    for (const tab of [one, two]) await tab.entry('first');
    await one.save(titled('as one has it'), null);
    await two.save(titled('as two has it'), trace());
    await one.save(titled('as one has it now'), null);
    const { entries } = await (await desk.tab()).list();
    const titles = entries.map((entry) => (entry.kind === 'recall' ? entry.memory.title : ''));
    expect(titles.sort()).to.deep.equal(['as one has it now', 'as two has it']);
    for (const { id } of entries) expect((await two.trace(id))?.entryId).to.equal(id);
  });

  it('keep one entry where a save is tried again', async () => {
    const [one, two] = [await desk.tab(), await desk.tab()];
    await one.save(recall(), trace());
    await two.save(recall({ savedAt: { ...recall().savedAt, epochMs: NOON_MS + 999_999 } }), trace());
    expect((await two.list()).entries).to.have.length(1);
  });

  it('do not call a listener that has left, nor stop at one that throws', async () => {
    const journal = await desk.tab();
    const heard: string[] = [];
    const leave = journal.subscribe(() => heard.push('left'));
    leave();
    const original = window.onerror;
    window.onerror = () => true;
    journal.subscribe(() => {
      throw new Error('a broken view');
    });
    journal.subscribe(() => heard.push('stayed'));
    await journal.save(checkIn('new', NOON_MS), null);
    window.onerror = original;
    expect(heard).to.deep.equal(['stayed']);
  });

  it('let a newer version in, and the older one says so afterwards instead of writing', async () => {
    const older = await desk.tab();
    await older.save(checkIn('old', NOON_MS), null);
    const newer = await openJournal({ name: desk.name, migrations: [...MIGRATIONS, () => undefined] });
    expect((await rejection(older.save(checkIn('lost', NOON_MS), null))).code).to.equal('journal-newer');
    expect((await newer.list()).entries.map(({ id }) => id)).to.deep.equal(['old']);
    newer.close();
  });

  it('go on after the browser has ended the connection', async () => {
    const journal = await desk.tab();
    await journal.save(checkIn('one', NOON_MS), null);
    const transaction = IDBDatabase.prototype.transaction;
    let ended = false;
    const endOnce = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      if (!ended) {
        ended = true;
        this.close();
      }
      return transaction.apply(this, args);
    };
    await whileStubbed(IDBDatabase.prototype, 'transaction', endOnce, () =>
      journal.save(checkIn('two', NOON_MS + 1), null),
    );
    expect((await journal.list()).entries.map(({ id }) => id)).to.deep.equal(['two', 'one']);
  });
});
