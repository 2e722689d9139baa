import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { APP_VERSION, everyBuild, PROJECT } from './project.ts';
import { wordsByScreen } from './words/words-by-screen.ts';

/**
 * Builds `app/rescue/rescue.html` by itself, so that it shares no script with the app: whatever keeps the app's own from loading or
 * running does not keep the rescue page from it.
 */
export const rescueScreen = (): Plugin => {
  let outDir = '';
  let plugins: Plugin[] = [];
  return {
    name: 'reverie:rescue-screen',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
      plugins = everyBuild(config);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => buildRescueScreen(outDir, plugins) },
  };
};

async function buildRescueScreen(outDir: string, plugins: Plugin[]): Promise<void> {
  const root = fileURLToPath(new URL('app/rescue', PROJECT));
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins, wordsByScreen()],
    define: { __APP_VERSION__: JSON.stringify(APP_VERSION) },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/rescue-[name]-[hash].js' } } },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: resolve(root, 'rescue.html'),
        // What the app fetches only when it is needed is needed here at once.
        checks: { pluginTimings: false, ineffectiveDynamicImport: false },
        output: { entryFileNames: 'assets/rescue-[hash].js', chunkFileNames: 'assets/rescue-[name]-[hash].js' },
      },
    },
  });
}
