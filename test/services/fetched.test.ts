import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { fetched } from '../../app/services/fetched';
import { rejection } from '../journal/support/with-journal';

describe('what is fetched when it is first needed', () => {
  it('is fetched once, opened once, and the same for all who ask, also while it comes', async () => {
    const asked: string[] = [];
    const capability = fetched(async () => {
      asked.push('fetch');
      return { open: (name: string) => ({ name: `${name} ${asked.push('open')}` }) };
    }, 'for a page');
    expect(asked, 'nobody has asked yet').to.deep.equal([]);
    const [first, second] = await Promise.all([capability(), capability()]);
    expect(first).to.equal(second);
    expect(await capability()).to.equal(first);
    expect(asked).to.deep.equal(['fetch', 'open']);
    expect(first.name).to.equal('for a page 2');
  });

  it('that cannot be fetched says so to all who wait, and is tried again by the next who asks', async () => {
    let online = false;
    const capability = fetched(async () => {
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return { open: () => 'there' };
    });
    const failures = await Promise.all([rejection(capability()), rejection(capability())]);
    for (const failure of failures) {
      expect(failure).to.be.instanceOf(Failure).and.include({ code: 'not-fetched' });
      expect(failure.message).to.contain('dynamically imported');
    }
    online = true;
    expect(await capability()).to.equal('there');
  });

  it('that cannot be opened says why itself, and is tried again as well', async () => {
    const outcomes = [new Failure('journal-full'), null];
    const capability = fetched(async () => ({
      open: async () => {
        const failure = outcomes.shift();
        if (failure) throw failure;
        return 'there';
      },
    }));
    expect((await rejection(capability())).code).to.equal('journal-full');
    expect(await capability()).to.equal('there');
  });
});
