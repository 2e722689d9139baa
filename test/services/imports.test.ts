import { expect } from 'chai';
import { ImportRefusal } from '../../app/domain/import/import-refusal';
import { open } from '../../app/services/imports';
import { rejection } from '../journal/support/with-journal';
import { SamplePage } from './support/page';

describe('imports', () => {
  const work = () => ({ signal: new AbortController().signal, onCount: () => undefined });

  it('look at a file first, then add what is not there yet, once', async () => {
    const page = new SamplePage();
    const imports = open(page);
    const file = await imports.open(new Blob([imports.exampleTable()]));
    const preview = await imports.preview(file, work());
    expect(preview).to.include({ rows: 3, toAdd: 3, known: 0 });
    expect(page.journal.entries.size, 'it was only looked at').to.equal(0);
    expect(await imports.bringIn(file, { ...work(), toAdd: 3, fileName: 'example.csv' })).to.deep.equal({
      added: 3,
      replaced: 0,
      stopped: null,
    });
    expect(page.journal.entries.size).to.equal(3);
    expect([...page.journal.entries.values()].map(({ savedAt }) => savedAt.epochMs)).to.deep.equal(
      Array.from({ length: 3 }, () => page.clock.epochMs()),
    );
    expect(await imports.preview(file, work())).to.include({ toAdd: 0, known: 3 });
  });

  it('refuse what is no journal', async () => {
    const error = await rejection(open(new SamplePage()).open(new Blob(['a,b\n1,2\n'])));
    expect(error).to.be.instanceOf(ImportRefusal).and.include({ code: 'columns' });
  });

  it('say which columns, scales and moods there are, and what could not be read', () => {
    const imports = open(new SamplePage());
    expect(imports.columns).to.include('valence');
    expect(imports.scales[0]).to.deep.equal([-1, 1]);
    expect(imports.moods.map(({ valence }) => valence)).to.deep.equal([1, 0.5, 0, -0.5, -1]);
    expect(imports.problemsTable([{ row: 7, problem: 'no date' }])).to.contain('7,no date');
  });
});
