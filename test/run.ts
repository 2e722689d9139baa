import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chromiumPath } from './support/chromium';
import { type Counts, noCounts, parseCounts, sum } from './support/counts';

/** One runner of the test command: a command line, how its output is counted, and what it is called. */
interface Runner {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** `exit`: one test, passed when it exits 0. The others read the runner's own closing lines. */
  readonly counts: 'exit' | 'node' | 'wtr';
}

const nodeTests = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(`test/${folder}`, { encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `test/${folder}/${file}`),
  );

const node = (name: string, ...folders: string[]): Runner => ({
  name,
  command: [
    'node',
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=1',
    '--test-reporter=tap',
    ...nodeTests(...folders),
  ],
  counts: 'node',
});

const tsc = (project: string): Runner => ({
  name: `types of ${project}`,
  command: ['tsc', '-p', project],
  counts: 'exit',
});

/** Fast ones first: a mistake of spelling is told in seconds, one of the whole app in minutes. */
const RUNNERS: readonly Runner[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--reporter=summary', '.'], counts: 'exit' },
  ...['app', 'app/vision', 'app/journal', 'sw', 'models', 'test', '.'].map(tsc),
  node('architecture', 'architecture'),
  node('formats', 'formats'),
  node('models', 'models'),
  { name: 'units in Chromium', command: ['web-test-runner'], counts: 'wtr' },
  node('build and service worker', 'build', 'sw'),
  node('tools', 'analyse', 'evaluate'),
  node('whole app', 'e2e'),
];

/** Runs one runner, passing its output through, and counts what it ran. */
async function run({ name, command: [program, ...args], counts }: Runner): Promise<Counts> {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: false });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  const found = parseCounts(counts, output, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped in ${seconds} s`);
  return found;
}

process.env.CHROME_PATH = chromiumPath();
const only = process.argv.slice(2);
let total = noCounts();
for (const runner of RUNNERS) {
  if (only.length === 0 || only.some((part) => runner.name.includes(part))) total = sum(total, await run(runner));
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
