import { expect } from 'chai';
import { openJournalJson } from '../../../app/portability/read/read-journal-json';
import { collect, piecesOf } from '../../../app/portability/write/collect';
import { dataSetZip } from '../../../app/portability/write/data-set';
import { journalJson } from '../../../app/portability/write/journal-json';
import type { FakeJournal } from '../../support/fake-journal';
import { readTable } from '../../support/read-table';
import { allOf, journalOf, never } from '../journals';
import { storedFiles } from '../zip';

/**
 * What version 0.1.0 of the app exported of one journal, byte for byte. Only what the codebook says in words has been put
 * better since; its other columns, and all other files, are as they were.
 */
const frozen = async (file: string): Promise<Blob> => (await fetch(`/test/fixtures/data-set/${file}`)).blob();

const frozenJournal = async (): Promise<FakeJournal> => {
  const rows = await allOf((await openJournalJson(await frozen('journal.json'))).rows());
  const kept = rows.map((row) => {
    if (!('candidate' in row)) throw new Error(row.problem);
    return row.candidate;
  });
  return journalOf(
    kept.map(({ entry }) => entry),
    kept.flatMap(({ trace }) => trace ?? []),
  );
};

const about = { appVersion: '0.1.0', exportedAt: '2026-11-22T09:41:00.000+01:00', onCount: () => undefined };

/** Without the blob's own decoding, which would take the byte order marks away. */
const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());

/** The times that can be kept reach further back since then: entries before 1970 are. */
const REACHES_BACK = ['started_epoch_ms', 'saved_epoch_ms'];

/** Labels are sentences, which may be put better. */
function withoutLabels(codebook: string): readonly Record<string, string>[] {
  const { columns, rows } = readTable(codebook.slice(1));
  const lines = rows.map(({ cells }) => Object.fromEntries(columns.map((name, at) => [name, cells[at]!])));
  expect(lines.every(({ label }) => label)).to.equal(true);
  return lines.map(({ label: _, low = '', ...others }) =>
    REACHES_BACK.includes(others.variable!) && Number(low) <= 0 ? others : { low, ...others },
  );
}

/** The table with the columns of an older one, in whose order they still are. */
function onlyColumnsOf(older: string, text: string): ReturnType<typeof readTable> {
  const known = readTable(older.slice(1)).columns;
  const { columns, rows } = readTable(text.slice(1));
  const kept = columns.flatMap((name, at) => (known.includes(name) ? [at] : []));
  const only = (cells: readonly string[]) => kept.map((at) => cells[at]!);
  return { columns: only(columns), rows: rows.map((row) => ({ ...row, cells: only(row.cells) })) };
}

describe('a journal that version 0.1.0 exported', () => {
  it('is read and written again as the same JSON', async () => {
    const json = await collect(journalJson({ journal: await frozenJournal(), ...about }), { type: '', signal: never });
    expect(await textOf(json)).to.equal(await textOf(await frozen('journal.json')));
  });

  it('makes the same tables, cell for cell, and the same codebook but for its labels and what came later', async () => {
    const zip = await collect(piecesOf(dataSetZip({ journal: await frozenJournal(), ...about })), {
      type: '',
      signal: never,
    });
    const files = storedFiles(new Uint8Array(await zip.arrayBuffer()));
    expect(files.size).to.equal(5);
    for (const [name, text] of files) {
      const before = await textOf(await frozen(name));
      if (name.endsWith('.md')) continue;
      if (name === 'codebook.csv') expect(withoutLabels(text)).to.include.deep.members([...withoutLabels(before)]);
      else expect(onlyColumnsOf(before, text), name).to.deep.equal(readTable(before.slice(1)));
    }
  });
});
