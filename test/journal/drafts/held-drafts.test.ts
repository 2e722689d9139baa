import { expect } from 'chai';
import type { CheckInDraft, Journal } from '../../../app/journal/journal';
import { until } from '../../support/mount';
import { checkIn, checkInDraft, draft, NOON_MS, trace } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

describe('a draft for which there is no room', () => {
  let desk: Desk;
  let journal: Journal;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
  });
  afterEach(async () => {
    await desk.clear();
    sessionStorage.clear();
  });

  const full = () => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  const withoutRoom = <R>(work: () => Promise<R>) => whileStubbed(IDBObjectStore.prototype, 'put', full, work);
  const withNote = (note: string) => checkInDraft({ report: { ...checkInDraft().report, note } });
  const note = async (tab: Journal) => (await tab.draft('check-in'))?.report.note;
  const tabWords = () => Object.keys(sessionStorage).map((key) => key + sessionStorage.getItem(key));
  const drafts = async () => (await desk.raw('drafts')).length;
  /** Resolves when the journal has told of a change. */
  const told = (tab: Journal) => new Promise<void>((resolve) => tab.subscribe(resolve));

  const split = (words: string): [string, string] => {
    const at = words.indexOf('{');
    return [words.slice(0, at), words.slice(at)];
  };
  /** What the drafts say once a page that finds this in its tab has moved it into the database. */
  async function movedIn(held: string): Promise<string[]> {
    const [key, value] = split(held);
    sessionStorage.setItem(key, value);
    await told(await desk.tab());
    const all = (await desk.raw('drafts')).map(({ id }) => desk.unsealed('drafts', String(id)));
    return (await Promise.all(all)).map((one) => (one as CheckInDraft).report.note).sort();
  }

  it('is told as not kept, and is in the tab, sealed, where a page that is loaded again finds it', async () => {
    await journal.keepDraft(withNote('before'));
    await withoutRoom(async () => {
      expect((await rejection(journal.keepDraft(withNote('Zwetschgenkuchen')))).code).to.equal('journal-full');
      expect(journal.isHeld('quick')).to.equal(true);
      expect(await note(journal)).to.equal('Zwetschgenkuchen');
      expect(tabWords()).to.have.length(1);
      expect(tabWords()[0]).not.to.match(/Zwetschgen|note|check-in/);
      const again = await desk.tab();
      expect([await note(again), again.isHeld('quick')]).to.deep.equal(['Zwetschgenkuchen', true]);
    });
  });

  it('is moved into the database as soon as there is room: when the journal opens, and when it is looked at', async () => {
    const recall = draft({ trace: trace() });
    await withoutRoom(async () => {
      await rejection(journal.keepDraft(recall));
      await journal.lookAgain();
      expect([journal.isHeld('first'), await drafts()]).to.deep.equal([true, 0]);
    });
    const again = await desk.tab();
    await told(again);
    expect(await again.draft('recall')).to.deep.equal(recall);
    expect([again.isHeld('first'), await drafts(), tabWords()]).to.deep.equal([false, 1, []]);

    await withoutRoom(() => rejection(again.keepDraft(withNote('later'))));
    const change = told(again);
    await again.lookAgain();
    await change;
    expect([await note(again), again.isHeld('quick'), tabWords()]).to.deep.equal(['later', false, []]);
  });

  it('gives way to what is written later, saved, dropped or erased', async () => {
    const ways: (() => Promise<void>)[] = [
      () => journal.keepDraft(withNote('later')),
      () => journal.save(checkIn('quick', NOON_MS), null),
      () => journal.dropDraft('quick'),
      () => journal.dropDraft(),
      () => journal.eraseAll(),
    ];
    for (const way of ways) {
      await withoutRoom(() => rejection(journal.keepDraft(withNote('held'))));
      await way();
      expect([await note(journal), journal.isHeld('quick'), tabWords()]).to.deep.equal([
        way === ways[0] ? 'later' : undefined,
        false,
        [],
      ]);
      await journal.eraseAll();
    }
  });

  it('says that it is not held where the tab has no room either, and loses not even then what was held before', async () => {
    await withoutRoom(async () => {
      await rejection(journal.keepDraft(withNote('older')));
      await whileStubbed(Storage.prototype, 'setItem', full, () => rejection(journal.keepDraft(withNote('newer'))));
    });
    expect(journal.isHeld('quick')).to.equal(false);
    expect(await note(await desk.tab())).to.equal('older');
    await journal.dropDraft('quick');
    expect(tabWords()).to.deep.equal([]);
  });

  it('is kept beside the one another tab has gone on with, and goes where that was saved', async () => {
    await journal.keepDraft(withNote('before'));
    await withoutRoom(() => rejection(journal.keepDraft(withNote('held'))));
    const held = tabWords();
    // A tab that was made from this one has its memory as well; it found room first.
    await journal.keepDraft(withNote('gone on with'));
    expect(await movedIn(held[0]!)).to.deep.equal(['gone on with', 'held']);

    await journal.dropDraft();
    await journal.save(checkIn('quick', NOON_MS), null);
    expect([await movedIn(held[0]!), tabWords()]).to.deep.equal([[], []]);
  });

  it('of an edit gives way to that of another tab, as it does where it is asked for', async () => {
    const edit = (said: string) => ({ ...withNote(said), kind: 'edit' as const, entryId: 'edit-first', memory: null });
    await withoutRoom(() => rejection(journal.keepDraft(edit('held'))));
    const [held] = tabWords();
    await journal.keepDraft(edit('gone on with'));
    const before = await (await desk.tab()).draft('edit', 'edit-first');
    expect(before?.report.note).to.equal('gone on with');
    expect(await movedIn(held!)).to.deep.equal(['gone on with']);
  });

  it('is one draft, not two, where the tab ended before it knew that the database had taken it', async () => {
    for (const before of [[], ['older']]) {
      for (const told of before) await journal.keepDraft(withNote(told));
      const release = await desk.hold('drafts');
      const keeping = journal.keepDraft(withNote('waiting'));
      await until(() => journal.isHeld('quick'), 'that it is held');
      const [held] = tabWords();
      await release();
      await keeping;
      expect(await movedIn(held!)).to.deep.equal(['waiting']);
      await journal.dropDraft();
    }
  });

  it('is one draft, not two, where the database had taken the one before it, though it had not said so', async () => {
    const lost = () => {
      throw new DOMException('no answer', 'UnknownError');
    };
    const answers = IDBObjectStore.prototype.put;
    const takenUnheard = function (this: IDBObjectStore, value: unknown) {
      void answers.call(this, value);
      return lost();
    };
    // Written, and its transaction not taken back: what was tried may be there after all.
    await whileStubbed(IDBObjectStore.prototype, 'put', takenUnheard, () =>
      whileStubbed(
        IDBTransaction.prototype,
        'abort',
        () => undefined,
        () => rejection(journal.keepDraft(withNote('taken'))),
      ),
    );
    await until(async () => (await drafts()) === 1, 'that it is in the database');
    await withoutRoom(() => rejection(journal.keepDraft(withNote('newest'))));
    const again = await desk.tab();
    expect(await note(again)).to.equal('newest');
    await told(again);
    expect([await drafts(), await note(again)]).to.deep.equal([1, 'newest']);
  });

  it('is one draft, not two, where a page that was loaded again had gone on with it', async () => {
    await journal.keepDraft(withNote('before'));
    const loaded = await desk.tab();
    expect(await note(loaded)).to.equal('before');
    await withoutRoom(() => rejection(loaded.keepDraft(withNote('after'))));
    await told(await desk.tab());
    expect([await drafts(), await note(loaded)]).to.deep.equal([1, 'after']);
  });

  it('is one draft, not two, where the page that was loaded again had moved in what it then went on with', async () => {
    const loaded = await withoutRoom(async () => {
      await rejection(journal.keepDraft(withNote('held')));
      const tab = await desk.tab();
      expect(await note(tab)).to.equal('held');
      return tab;
    });
    await loaded.lookAgain();
    expect(await drafts()).to.equal(1);
    await withoutRoom(() => rejection(loaded.keepDraft(withNote('later'))));
    await told(await desk.tab());
    expect([await drafts(), await note(loaded)]).to.deep.equal([1, 'later']);
  });

  it('held already, is held again before the database is asked, or what is held falls behind what that takes', async () => {
    await withoutRoom(() => rejection(journal.keepDraft(withNote('older'))));
    let held: string[] = [];
    const { put } = IDBObjectStore.prototype;
    const looked = function (this: IDBObjectStore, value: unknown) {
      held = tabWords();
      return put.call(this, value);
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', looked, () => journal.keepDraft(withNote('newer')));
    expect(await movedIn(held[0]!)).to.deep.equal(['newer']);
  });

  it('of before an update, which does not say what it comes after, is kept beside what is there', async () => {
    await withoutRoom(() => rejection(journal.keepDraft(withNote('held'))));
    const { after: _, ...old } = JSON.parse(split(tabWords()[0]!)[1]);
    const [key] = split(tabWords()[0]!);
    await journal.keepDraft(withNote('there'));
    expect(await movedIn(key + JSON.stringify(old))).to.deep.equal(['held', 'there']);
  });

  it('is held also while the database does not answer, and no longer when it does', async () => {
    const release = await desk.hold('drafts');
    const keeping = journal.keepDraft(withNote('waiting'));
    await until(() => journal.isHeld('quick'), 'that it is held');
    await release();
    await keeping;
    expect([journal.isHeld('quick'), tabWords(), await note(journal)]).to.deep.equal([false, [], 'waiting']);
  });
});
