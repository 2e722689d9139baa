import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { PROJECT } from './project.ts';

/**
 * Takes simple-statistics from its sources, a function a file. As it is published it is one file, and two classes in it that
 * write to their prototypes come with whatever function is asked for, 1.4 kB of them.
 */
export const statisticsByFile = (): Plugin => ({
  name: 'reverie:statistics-by-file',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^simple-statistics$/ },
    handler: () => fileURLToPath(new URL('node_modules/simple-statistics/index.js', PROJECT)),
  },
  transform: {
    filter: { id: /\/node_modules\/simple-statistics\// },
    handler: (code) => ({ code, map: null, moduleSideEffects: false }),
  },
});
