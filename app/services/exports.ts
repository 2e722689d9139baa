import type { Trace } from '../domain/face/trace';
import { isoTime } from '../domain/moment/iso-time';
import { dayOf, momentAt } from '../domain/moment/moment';
import { collect, piecesOf } from '../portability/write/collect';
import { dataSetZip } from '../portability/write/data-set';
import { type ExportContext, type ExportCount, journalJson } from '../portability/write/journal-json';
import { traceCsv } from '../portability/write/trace-csv';
import type { Page } from './page';

/** `journal`: one JSON document that comes back exactly. `data-set`: tables and a codebook, in one ZIP. */
export type ExportFormat = 'journal' | 'data-set';

export interface Exported {
  readonly file: File;
  readonly count: Readonly<ExportCount>;
}

export interface ExportWork {
  readonly signal: AbortSignal;
  /** Called as entries are written. */
  readonly onCount: (count: Readonly<ExportCount>) => void;
}

/** The journal in forms other programs can read. */
export interface Exports {
  /** Writes all of it; rejects with Failure where the journal cannot be read, and with the signal's reason. */
  write(format: ExportFormat, work: ExportWork): Promise<Exported>;
  /** The readings of one recall, as CSV. */
  readings(trace: Trace): string;
}

export const open = (page: Page): Exports => ({
  write: (format, work) => write(page, format, work),
  readings: traceCsv,
});

async function write(page: Page, format: ExportFormat, { signal, onCount }: ExportWork): Promise<Exported> {
  const { journal, clock, appVersion } = page;
  const now = momentAt(clock.epochMs(), clock.zone());
  let count: ExportCount = { entries: 0, traces: 0, unreadable: 0 };
  const context: ExportContext = {
    journal,
    appVersion,
    exportedAt: isoTime(now),
    onCount: (next) => {
      count = { ...next };
      onCount(count);
    },
  };
  const [name, type, pieces] =
    format === 'journal'
      ? [`reverie-${dayOf(now)}.json`, 'application/json', journalJson(context)]
      : [`reverie-data-${dayOf(now)}.zip`, 'application/zip', piecesOf(dataSetZip(context))];
  const content = await collect(pieces, { type, signal });
  return { file: new File([content], name, { type }), count };
}
