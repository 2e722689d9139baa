import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { type ExportFormat, open } from '../../app/services/exports';
import { recall, trace } from '../journal/support/samples';
import { rejection } from '../journal/support/with-journal';
import { SamplePage } from './support/page';

describe('exports', () => {
  let page: SamplePage;
  beforeEach(async () => {
    page = new SamplePage();
    await page.journal.save(recall(), trace());
  });

  const formats: Readonly<Record<ExportFormat, readonly [name: string, type: string]>> = {
    journal: ['reverie-2026-11-22.json', 'application/json'],
    'data-set': ['reverie-data-2026-11-22.zip', 'application/zip'],
  };
  for (const [format, [name, type]] of Object.entries(formats)) {
    it(`write all of it as a file of the day, and say what is in it: ${format}`, async () => {
      const counts: number[] = [];
      const work = {
        signal: new AbortController().signal,
        onCount: ({ entries }: { entries: number }) => void counts.push(entries),
      };
      const { file, count } = await open(page).write(format as ExportFormat, work);
      expect([file.name, file.type]).to.deep.equal([name, type]);
      expect(file.size).to.be.greaterThan(0);
      expect(count).to.deep.equal({ entries: 1, traces: 1, unreadable: 0 });
      expect(counts.at(-1)).to.equal(1);
    });
  }

  it('end with the reason where they are stopped, or the journal cannot be read', async () => {
    const stopped = AbortSignal.abort(new DOMException('stop', 'AbortError'));
    expect((await rejection(open(page).write('journal', { signal: stopped, onCount: () => undefined }))).name).to.equal(
      'AbortError',
    );
    page.journal.failure = new Failure('journal-unreadable');
    const { signal } = new AbortController();
    expect((await rejection(open(page).write('journal', { signal, onCount: () => undefined }))).code).to.equal(
      'journal-unreadable',
    );
  });

  it('give the readings of one recall as a table', () => {
    expect(open(page).readings(trace()).trim().split('\n')).to.have.length(trace().tMs.length + 1);
  });
});
