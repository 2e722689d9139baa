import { defineConfig } from 'vite';
import { CHUNK_GROUPS } from './sw/build/chunk-groups.ts';
import { firstView } from './sw/build/first-view.ts';
import { fonts } from './sw/build/fonts.ts';
import { minifiedStyles } from './sw/build/minified-styles.ts';
import { ortWithoutWasm } from './sw/build/ort.ts';
import { plainImports } from './sw/build/plain-imports.ts';
import { policyInPages } from './sw/build/policy.ts';
import { previewAsHost } from './sw/build/preview.ts';
import { APP_VERSION } from './sw/build/project.ts';
import { rescueScreen } from './sw/build/rescue-screen.ts';
import { serveSources } from './sw/build/serve-sources.ts';
import { serviceWorker } from './sw/build/service-worker.ts';
import { copyStaticFiles } from './sw/build/static-files.ts';
import { statisticsByFile } from './sw/build/statistics.ts';
import { wordsByScreen } from './sw/build/words/words-by-screen.ts';

export default defineConfig(({ command }) => ({
  root: 'app/start',
  publicDir: false,
  cacheDir: '../../node_modules/.vite',
  define: {
    __APP_VERSION__: JSON.stringify(APP_VERSION),
    // From its sources the app keeps nothing that would answer for a file that has changed since.
    __SERVICE_WORKER__: JSON.stringify(command === 'build'),
  },
  plugins: [
    policyInPages(),
    firstView(),
    serveSources(),
    statisticsByFile(),
    fonts(),
    minifiedStyles(),
    plainImports(),
    copyStaticFiles(),
    wordsByScreen(),
    rescueScreen(),
    serviceWorker(),
    previewAsHost(),
  ],
  worker: { format: 'es', plugins: () => [ortWithoutWasm(), statisticsByFile()] },
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: address.
    assetsInlineLimit: 0,
    // The list of what each script brings with it would be 1.4 kB of the first view. Without it a first press may wait for one more
    // round trip; from then on the service worker has everything.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // No script of ours, and none it takes in, reads a property for what reading it does. Chart.js has scales that read one where
      // they are defined: 6 kB that would stay, though nobody registers them.
      treeshake: { propertyReadSideEffects: false },
      // A report of which plugin took longest says nothing to the person who starts the app.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: CHUNK_GROUPS } },
    },
    license: { fileName: 'licences.md' },
  },
  // The machine itself only: `adb reverse` reaches it from a phone, the neighbours' laptops do not.
  preview: { host: '127.0.0.1', port: 8080, strictPort: true, cors: false },
}));
