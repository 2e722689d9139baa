import { relative, sep } from 'node:path';
import type { Plugin, Rollup } from 'vite';

/** The screen an opened app shows first. */
const FIRST_SCREEN = 'views/today.ts';

/**
 * Names the chunks of the first screen in the page. They are split off, so that other screens do not wait for them; without
 * this they would be asked for only once the entry has run, a whole round trip later on a slow network.
 */
export function preloadFirstScreen(): Plugin {
  return {
    name: 'preload-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {}, chunk: entry }) =>
        firstScreenFiles(bundle, entry).map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        })),
    },
  };
}

function firstScreenFiles(bundle: Rollup.OutputBundle, entry: Rollup.OutputChunk | undefined): string[] {
  const chunks = Object.values(bundle).filter((output): output is Rollup.OutputChunk => output.type === 'chunk');
  const screen = chunks.find(({ facadeModuleId }) => facadeModuleId && slashed(facadeModuleId).endsWith(FIRST_SCREEN));
  if (!screen) throw new Error(`The build has no chunk of ${FIRST_SCREEN}.`);
  const loaded = new Set(entry ? [entry.fileName, ...entry.imports] : []);
  const wanted = new Set<string>();
  const want = (file: string): void => {
    if (loaded.has(file) || wanted.has(file)) return;
    wanted.add(file);
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) want(next);
  };
  want(screen.fileName);
  return [...wanted];
}

const slashed = (path: string): string => relative('.', path).split(sep).join('/');
