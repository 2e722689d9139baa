import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { freshBuild } from '../models/tools/build';
import { chromiumPath } from '../models/tools/chromium';
import { type Counts, noCounts, parseCounts, sum } from './support/counts';

/** One runner of the test command: a command line, how its output is counted, and what it is called. */
interface Runner {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** `exit`: one test, passed when it exits 0. The others read the runner's own closing lines. */
  readonly counts: 'exit' | 'node' | 'wtr';
}

const testsIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(`test/${folder}`, { encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `test/${folder}/${file}`),
  );

/** One that hangs fails, and the others are run. The longest takes three minutes. */
const HANGS_AFTER = `--test-timeout=${10 * 60_000}`;

/** One file after the other: what runs beside them is another runner. */
function node(name: string, files: readonly string[]): Runner {
  // Without a file Node would look for tests by itself.
  if (files.length === 0) throw new Error(`${name}: there is no such test file.`);
  const options = ['--import', 'tsx', '--test', '--test-concurrency=1', '--test-reporter=tap', HANGS_AFTER];
  return { name, command: ['node', ...options, ...files], counts: 'node' };
}

const tsc = (project: string): Runner => ({
  name: `types of ${project}`,
  command: ['tsc', '-p', project],
  counts: 'exit',
});

/** Scores speed, so nothing may run beside it. */
const MEASURED = testsIn('e2e').filter((file) => /lighthouse/.test(file));
/** Recalls in front of a camera: most of their time they wait, as a person does. */
const RECALLS = testsIn('e2e').filter((file) => /whole-app|camera-failures/.test(file));
/** In other browsers than Chromium. */
const ENGINES = testsIn('e2e').filter((file) => /second-engine/.test(file));
/** What is kept, lost, locked, and brought back. */
const KEEPING = testsIn('e2e').filter((file) => /backup|corrupt|cut-off|disk|faults|lock|rescue|two-tabs/.test(file));
const SCREENS = testsIn('e2e').filter((file) => ![...MEASURED, ...RECALLS, ...ENGINES, ...KEEPING].includes(file));

interface Stage {
  /** How many of its runners run at a time; each next one begins when one has ended. */
  readonly atOnce: 1 | 2 | 4;
  /** Whether they need the built app. It is built before two of them could find it missing and make it at the same time. */
  readonly needsBuild: boolean;
  readonly runners: readonly Runner[];
}

/** Fast ones first: a mistake of spelling is told in seconds, one of the whole app in minutes. */
const STAGES: readonly Stage[] = [
  {
    atOnce: 2,
    needsBuild: false,
    runners: [
      { name: 'format and lint', command: ['biome', 'ci', '--reporter=summary', '.'], counts: 'exit' },
      ...['app', 'app/vision', 'app/journal', 'sw', 'models', 'test', '.'].map(tsc),
      node('architecture', testsIn('architecture')),
      node('formats', testsIn('formats')),
    ],
  },
  // By itself two browsers at once: see its configuration.
  {
    atOnce: 1,
    needsBuild: false,
    runners: [{ name: 'units in Chromium', command: ['web-test-runner'], counts: 'wtr' }],
  },
  // Much of their time they wait, for a camera or for what was asked to be durable: two cores carry four of them. The longest begin.
  {
    atOnce: 4,
    needsBuild: true,
    runners: [
      node('whole app: keeping', KEEPING),
      node('whole app: screens', SCREENS),
      node('build and service worker', testsIn('build', 'build/budgets', 'sw')),
      node('tools', testsIn('analyse', 'evaluate')),
      node('whole app: recalls', RECALLS),
      node('whole app: attacks', testsIn('attacks')),
      node('whole app: other engines', ENGINES),
      node('models', testsIn('models')),
    ],
  },
  { atOnce: 1, needsBuild: true, runners: [node('whole app: measured', MEASURED)] },
];

/** Runs one runner and counts what it ran. Its output is passed on at once, or whole at its end where others run beside it. */
async function run({ name, command: [program, ...args], counts }: Runner, atOnce: number): Promise<Counts> {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: false });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (atOnce === 1) process.stdout.write(text);
  });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  if (atOnce > 1) console.log(`\n== ${name}, its output:\n${output}`);
  const found = parseCounts(counts, output, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped in ${seconds} s`);
  return found;
}

/** Runs the runners of a stage, and adds up what they counted. */
async function runStage(runners: readonly Runner[], atOnce: number): Promise<Counts> {
  const waiting = [...runners];
  const lane = async (): Promise<Counts> => {
    let total = noCounts();
    for (let next = waiting.shift(); next; next = waiting.shift()) total = sum(total, await run(next, atOnce));
    return total;
  };
  const lanes = await Promise.all(Array.from({ length: atOnce }, lane));
  return lanes.reduce(sum);
}

process.env.CHROME_PATH = chromiumPath();
const only = process.argv.slice(2);
let total = noCounts();
for (const { atOnce, needsBuild, runners } of STAGES) {
  const asked = runners.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
  if (asked.length === 0) continue;
  if (needsBuild) await freshBuild();
  total = sum(total, await runStage(asked, Math.min(atOnce, asked.length)));
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
