/** What a screen needs to write files: one door, so that all of it is fetched at once, and only when it is asked for. */

export { isoTime } from '../../domain/moment/iso-time';
export { collect, piecesOf } from './collect';
export { dataSetZip } from './data-set';
export { journalJson } from './journal-json';
export { traceCsv } from './trace-csv';
