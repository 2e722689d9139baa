import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { injectManifest } from 'workbox-build';
import { PROJECT } from './project.ts';

/** Not for the app itself: instructions for hosts, pictures for app stores, licence texts no screen leads to, the copy of the page. */
const LEFT_OUT = [
  '_headers',
  '_redirects',
  '404.html',
  'LICENSE',
  'licences/**',
  'THIRD_PARTY.md',
  'sw.js',
  '.vite/**',
  'screenshots/**',
];
/** Icons the system fetches by itself when the app is installed; the page shows only the SVG. */
const SYSTEM_ICONS = ['icons/*.png'];
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Bundles `sw/sw.ts` into one classic script at the root of the build, from where it controls every address, and gives it
 * the list of all built files.
 * @param outDir the finished build
 */
export async function buildServiceWorker(outDir: string): Promise<void> {
  const bundled = await mkdtemp(join(outDir, '.sw-'));
  try {
    await build({
      configFile: false,
      root: fileURLToPath(PROJECT),
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir: bundled,
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: {
          input: fileURLToPath(new URL('sw/sw.ts', PROJECT)),
          output: { format: 'iife', entryFileNames: 'sw.js' },
        },
      },
    });
    await listFiles(outDir, join(bundled, 'sw.js'));
  } finally {
    await rm(bundled, { recursive: true });
  }
}

async function listFiles(outDir: string, swSrc: string): Promise<void> {
  const { warnings } = await injectManifest({
    swSrc,
    swDest: join(outDir, 'sw.js'),
    globDirectory: outDir,
    globPatterns: ['**/*'],
    globIgnores: [...LEFT_OUT, ...SYSTEM_ICONS, '.sw-*/**'],
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: LARGEST_FILE,
  });
  if (warnings.length > 0) throw new Error(`Service worker: ${warnings.join('; ')}`);
}

/** Runs last: the worker lists what the other steps have written. */
export const serviceWorker = (): Plugin => {
  let outDir = '';
  return {
    name: 'reverie:service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir: dir } }) => {
      outDir = resolve(root, dir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => buildServiceWorker(outDir) },
  };
};
