import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(PROJECT, 'dist');

/** What a build is made of; tests and documents are not. */
const SOURCES = [
  'app',
  'sw',
  'assets',
  'models/models.json',
  'package-lock.json',
  'vite.config.ts',
  'manifest.webmanifest',
];

/** Builds the app into a folder, as `npm run build` does into `dist`; `plugins` beside its own. */
export async function buildInto(outDir: string, plugins: readonly Plugin[] = []): Promise<string> {
  await build({
    configFile: join(PROJECT, 'vite.config.ts'),
    root: join(PROJECT, 'app/start'),
    logLevel: 'warn',
    plugins: [...plugins],
    build: { outDir: resolve(outDir) },
  });
  return outDir;
}

/** The folder of a build that is not older than its sources: the one there is, or a new one. */
export async function freshBuild(): Promise<string> {
  const page = join(DIST, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs >= newest(SOURCES.map((path) => join(PROJECT, path)))) return DIST;
  // Built aside and moved into place, so that another test run never serves half a build.
  const aside = join(PROJECT, '.cache', `dist-${process.pid}`);
  await buildInto(aside);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(aside, DIST);
  return DIST;
}

const newest = (paths: readonly string[]): number =>
  Math.max(
    ...paths.map((path) => {
      const { mtimeMs } = statSync(path);
      return statSync(path).isDirectory()
        ? Math.max(mtimeMs, newest(readdirSync(path).map((name) => join(path, name))))
        : mtimeMs;
    }),
  );
