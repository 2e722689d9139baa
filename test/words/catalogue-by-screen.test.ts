import { expect } from 'chai';
import { loadCatalogue, stopWords, withWords } from '../../app/words/catalogue-by-screen';

const address = (content: unknown): string => URL.createObjectURL(new Blob([JSON.stringify(content)]));

// See: [Note: Words by screen]
describe('the words of a language, by screen', () => {
  let parts: Record<'first' | 'history' | 'shared', string>;

  beforeEach(() => {
    const history = address({ s2: 'Verlauf' });
    const shared = address({
      s3: [
        ['', ' von ', ''],
        [1, 0],
      ],
    });
    const screens = { history: [history, shared], entry: [shared], gone: ['/no-such-part.json'] };
    parts = { first: address({ words: { s1: 'Heute' }, screens }), history, shared };
    Object.assign(globalThis, { __FIRST_PARTS__: { de: parts.first, nl: '/no-such-part.json' } });
  });
  afterEach(() => {
    stopWords();
    for (const part of Object.values(parts)) URL.revokeObjectURL(part);
  });

  it('come with the first part, and with each screen before its code does', async () => {
    const { templates } = await loadCatalogue('de');
    expect(templates).to.deep.equal({ s1: 'Heute' });
    const seen = await withWords('history', async () => Object.keys(templates));
    expect(seen).to.deep.equal(['s1', 's2', 's3']);
    expect(templates.s3).to.deep.equal({ strTag: true, strings: ['', ' von ', ''], values: [1, 0] });
  });

  it('of screens that were opened before come with the language', async () => {
    await withWords('entry', async () => null);
    const { templates } = await loadCatalogue('de');
    expect(templates).to.include.keys('s1', 's3');
  });

  it('are waited for while the language is still being fetched', async () => {
    const coming = loadCatalogue('de');
    const seen = await withWords('entry', async () => Object.keys((await coming).templates));
    expect(seen).to.include('s3');
  });

  it('keep a screen from opening where they cannot be fetched, and are asked for again the next time', async () => {
    await loadCatalogue('de');
    let opened = 0;
    const open = () => withWords('gone', async () => (opened += 1));
    for (const _ of [1, 2]) {
      const failure = await open().catch((error: unknown) => error);
      expect(failure).to.be.an('error');
    }
    expect(opened).to.equal(0);
    // In English nothing is missing.
    stopWords();
    expect(await open()).to.equal(1);
  });

  it('leave a page that could not get the language as it was', async () => {
    const failure = await loadCatalogue('nl').catch((error: unknown) => error);
    expect(failure).to.be.an('error');
    expect(await withWords('entry', async () => 'opened')).to.equal('opened');
  });
});
