import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { tsImport } from 'tsx/esm/api';

const { chromiumPath, CHROMIUM_ARGS, SWIFTSHADER_ARGS } = await tsImport('./test/support/chromium.ts', import.meta.url);

/** Tells the tests whether the shared clips are there, and serves them beside the project under /clips/. */
const clipsFolder = new URL('../shared/clips/', import.meta.url);

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: [
    'test/{base,domain,recall,capture,vision,dynamics,session,journal,portability,insights,charts,elements,shell,views}/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: chromiumPath(),
        args: [
          ...CHROMIUM_ARGS,
          ...SWIFTSHADER_ARGS,
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
        ],
      },
    }),
  ],
  plugins: [
    { name: 'ts-first', resolveImport: ({ source, context }) => resolveTypeScript(source, context) },
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: new URL('./tsconfig.base.json', import.meta.url).pathname }),
  ],
  middleware: [isolate, serveRuntime, ...(existsSync(clipsFolder) ? [serveClips] : [])],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 600_000,
};

/** Cross-origin isolation, so that wasm threads can be tested. */
function isolate(context, next) {
  context.set('Cross-Origin-Opener-Policy', 'same-origin');
  context.set('Cross-Origin-Embedder-Policy', 'require-corp');
  return next();
}

/** The build puts the runtime's binaries under /ort/<version>/; here they are still in their package. */
function serveRuntime(context, next) {
  context.url = context.url.replace(/^\/ort\/[^/]+\//, '/node_modules/onnxruntime-web/dist/');
  return next();
}

async function serveClips(context, next) {
  if (!context.path.startsWith('/clips/')) return next();
  const { createReadStream } = await import('node:fs');
  const file = new URL(context.path.slice('/clips/'.length), clipsFolder);
  if (!existsSync(file)) return next();
  context.type = 'application/octet-stream';
  context.body = createReadStream(file);
}

/** Lets `./clamp` mean `./clamp.ts`, as the compiler and the bundler do. */
function resolveTypeScript(source, context) {
  if (!source.startsWith('.') || /\.\w+$/.test(source)) return undefined;
  const here = new URL(`.${context.path}`, import.meta.url);
  const file = new URL(`${source}.ts`, here);
  return existsSync(file) ? `${source}.ts` : undefined;
}
