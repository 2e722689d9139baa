/** What a screen needs to bring files in: one door, so that all of it is fetched at once, and only when it is asked for. */

export { exampleTable } from '../write/example-table';
export { problemsCsv } from '../write/problems-csv';
export { bringIn, dryRun, readKnown } from './bring-in';
export { MOOD_STEPS, moodRating } from './daylio';
export { openImportFile, rowsOf } from './import-file';
export { ImportRefusal, refusalWords } from './import-refusal';
export { PLAIN_COLUMNS, SCALES } from './plain-table';
