import { fileURLToPath } from 'node:url';
import { PROJECT } from './project.ts';

/**
 * Small modules that travel together, by the script they come in: one request, and compressed as one. All else is split by who asks
 * for it. A module belongs here where nearly everybody who needs one of its script needs the others too: what else they fetch counts
 * in docs/budgets.md.
 */
export const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  /** What every session needs, a recall or a check-in. */
  sessions: [
    'app/services/keep-for-good.ts',
    'app/session/keeping/build-entry.ts',
    'app/session/keeping/entry-keeper.ts',
    'app/shell/ask-to-keep.ts',
    'app/views/recall/step-styles.ts',
  ],
  /** What is asked and said where something may be deleted. Its words come by themselves: they are among those of every failure. */
  erasing: ['app/elements/blocks/dialog.ts', 'app/views/shared/erase-notice.ts'],
  failures: ['app/views/shared/failure-notice.ts', 'app/words/failure/failure-words.ts'],
  /** What a report is given with, and a check-in; the try before a first recall has its slider alone. */
  answers: [
    'app/elements/fields/affect-fields.ts',
    'app/elements/fields/affect-slider.ts',
    'app/elements/fields/feeling-picker.ts',
  ],
  'check-in': ['app/services/check-ins/check-ins.ts', 'app/session/check-in.ts', 'app/views/check-in/check-in.ts'],
  'face-words': [
    'app/elements/blocks/trace-sentence.ts',
    'app/elements/marks/agree-scale.ts',
    'app/words/face/expression-words.ts',
    'app/words/face/face-words.ts',
    'app/words/face/no-summary-words.ts',
  ],
  entries: [
    'app/domain/entry/entry-versions.ts',
    'app/elements/blocks/empty.ts',
    'app/words/memory/memory-words.ts',
    'app/words/report/more-feeling-words.ts',
    'app/words/report/tag-words.ts',
  ],
  reckoning: [
    'app/domain/face/face-reading.ts',
    'app/domain/face/phase-rows.ts',
    'app/statistics/mean.ts',
    'app/statistics/numbers.ts',
    'node_modules/simple-statistics/src/mean.js',
    'node_modules/simple-statistics/src/sum.js',
  ],
  /** What checks a trace, and a draft that holds one; and what knows which recalls are of one memory. */
  'recall-records': [
    'app/domain/entry/again.ts',
    'app/domain/face/face-measure-names.ts',
    'app/domain/face/trace-columns.ts',
    'app/domain/face/trace.ts',
    'app/journal/parse/recall-records.ts',
    'app/journal/parse/trace.ts',
  ],
  'file-parts': ['app/base/base64.ts', 'app/journal/parse/trace-json.ts'],
  'recovery-code': ['app/journal/vault/recovery-code.ts', 'app/journal/vault/typed-secret.ts'],
};

const pathOf = (path: string): string => fileURLToPath(new URL(path, PROJECT));

/** How the bundler cuts the page's scripts. What the first view takes is one of them. */
export const CHUNK_GROUPS = [
  { name: 'start', tags: ['$initial'] satisfies ['$initial'], priority: 1 },
  ...Object.entries(TOGETHER).map(([name, paths]) => {
    const modules = new Set(paths.map(pathOf));
    // What they import goes its own way, or it would come to whoever needs one of them.
    return { name, test: (id: string) => modules.has(id), includeDependenciesRecursively: false };
  }),
];
