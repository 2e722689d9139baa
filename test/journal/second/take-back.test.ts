import { expect } from 'chai';
import { APART_MS, WHOLE_STARTS } from '../../../app/journal/second/begin-in-doubt';
import { hasSecondPlace } from '../../../app/journal/second/folder';
import { SECOND_ID } from '../../../app/journal/store/schema';
import { checkIn, NOON_MS } from '../support/samples';
import { Doubtful, idsOf } from './support';

describe('a start in doubt', () => {
  let doubtful: Doubtful;
  beforeEach(async () => {
    doubtful = new Doubtful();
    const journal = await doubtful.tab(NOON_MS);
    await journal.save(checkIn('before', NOON_MS), null);
    doubtful.mark.raise();
    for (const id of ['one', 'two']) await journal.save(checkIn(id, NOON_MS), null);
    doubtful.closeTabs();
  });
  afterEach(() => doubtful.clear());

  it('leaves a whole store as it is', async () => {
    const months = JSON.stringify(await doubtful.desk.raw('months'));
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one', 'two']);
    expect(JSON.stringify(await doubtful.desk.raw('months'))).to.equal(months);
  });

  it('adds the writes that an older store lacks', async () => {
    await doubtful.desk.remove('entries', 'two');
    await doubtful.desk.plant('state', { id: SECOND_ID, count: 1 });
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one', 'two']);
  });

  it('has a whole journal from before there were changes to keep, and goes on keeping those there are', async () => {
    const journal = await doubtful.tab(NOON_MS);
    await (await journal.changeFeed()).start();
    await journal.save(checkIn('three', NOON_MS), null);
    doubtful.closeTabs();
    await doubtful.agePlace(4);
    await doubtful.lose();
    const back = await doubtful.tab();
    expect(await idsOf(back)).to.deep.equal(['before', 'one', 'three', 'two']);
    const feed = await back.changeFeed();
    expect((await feed.list())?.map(({ put }) => put)).to.deep.equal([['three']]);
  });

  it('begins again if another start was killed in the middle of it', async () => {
    // Half of a whole journal, and no count.
    await doubtful.desk.remove('state', SECOND_ID);
    await doubtful.desk.remove('entries', 'before');
    for (let time = 0; time < 2; time++) {
      expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one', 'two']);
      doubtful.closeTabs();
    }
  });

  it('opens what there is if a file of the second place is broken, and changes nothing', async () => {
    const folder = await doubtful.folder();
    const last = (await doubtful.files()).findLast((name) => name.startsWith('write-'))!;
    const stream = await (await folder.getFileHandle(last)).createWritable({ keepExistingData: true });
    await stream.truncate(20);
    await stream.close();
    await doubtful.desk.remove('entries', 'two');
    await doubtful.desk.plant('state', { id: SECOND_ID, count: 1 });
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one']);
  });

  it('knows of the doubt if the mark was lost with the rest', async () => {
    doubtful.mark.clear();
    await doubtful.lose();
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one', 'two']);
    expect(doubtful.mark.isSet).to.equal(true);
  });

  it('ends the doubt once the store was found whole often enough, and far enough apart', async () => {
    expect(doubtful.mark.doubt?.pushedOut).to.equal(true);
    const startAt = async (ms: number): Promise<boolean> => {
      await doubtful.tab(NOON_MS + ms);
      doubtful.closeTabs();
      return hasSecondPlace(doubtful.name);
    };
    for (let start = 0; start < WHOLE_STARTS - 1; start++) {
      expect(await startAt(start * APART_MS)).to.equal(true);
      expect(await startAt(start * APART_MS + APART_MS - 1)).to.equal(true);
    }
    expect(await startAt((WHOLE_STARTS - 1) * APART_MS)).to.equal(false);
    expect(doubtful.mark.isSet).to.equal(false);
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['before', 'one', 'two']);
  });

  it('does not end it while the log was not pushed out', async () => {
    doubtful.mark.note({ pushedOut: false });
    for (let start = 0; start < 2 * WHOLE_STARTS; start++) {
      await doubtful.tab(NOON_MS + start * APART_MS);
      doubtful.closeTabs();
    }
    expect(doubtful.mark.isSet).to.equal(true);
  });
});
