import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { tsImport } from 'tsx/esm/api';

const { pseudoLocalesInTests } = await tsImport('./models/tools/words/pseudo-plugins.ts', import.meta.url);
const { quietReporter } = await tsImport('./test/support/quiet-reporter.ts', import.meta.url);
const { chromiumPath, CHROMIUM_ARGS, SWIFTSHADER_ARGS } = await tsImport('./models/tools/chromium.ts', import.meta.url);

/** Tells the tests whether the shared clips are there, and serves them beside the project under /clips/. */
const clipsFolder = new URL('../shared/clips/', import.meta.url);

/** One browser: of its pages only the one in front has the focus, so it gets one file at a time. */
const browser = () => [
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
];

const RECALL_SCREENS = 'test/views/{recall,report,shared,today}/**/*.test.ts';

/**
 * Groups, each in a browser of its own, two side by side: whichever ends first makes room for the next. The models compute for minutes,
 * and take about as long as what is kept; the last ones are short, so that neither core is idle at the end.
 */
const groups = [
  { name: 'vision', files: 'test/vision/**/*.test.ts', browsers: browser() },
  {
    name: 'what is kept and reckoned',
    files: [
      'test/*.test.ts',
      'test/{base,domain,statistics,variables,recall,capture,dynamics,session,journal,portability,insights,sync}/**/*.test.ts',
    ],
    browsers: browser(),
  },
  { name: 'screens', files: ['test/views/**/*.test.ts', `!${RECALL_SCREENS}`], browsers: browser() },
  { name: 'screens of a recall', files: RECALL_SCREENS, browsers: browser() },
  { name: 'charts', files: 'test/{charts,services}/**/*.test.ts', browsers: browser() },
  { name: 'parts of screens', files: 'test/{words,elements,shell,start}/**/*.test.ts', browsers: browser() },
];

const WORDS = process.argv.slice(2);
/** The files that are named without an option, as in `npx web-test-runner test/base/format.test.ts`. */
const NAMED = WORDS.filter((word, at) => !word.startsWith('-') && !WORDS[at - 1]?.startsWith('--'));
for (const name of NAMED)
  if (!/\.test\.ts$/.test(name))
    throw new Error(`${name} is no test file: name one, as in test/views/check-in.test.ts`);

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  // Who names files wants those alone: the groups would be run beside them.
  ...(NAMED.length > 0 || WORDS.includes('--files') ? {} : { groups }),
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: browser(),
  concurrentBrowsers: 2,
  concurrency: 1,
  plugins: [
    { name: 'ts-first', resolveImport: ({ source, context }) => resolveTypeScript(source, context) },
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: new URL('./tsconfig.base.json', import.meta.url).pathname }),
    pseudoLocalesInTests(),
  ],
  middleware: [isolate, serveRuntime, ...(existsSync(clipsFolder) ? [serveClips] : [])],
  reporters: [quietReporter(defaultReporter())],
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
