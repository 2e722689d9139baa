import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faceClip } from '../../models/tools/face-clip';
import { benchExpression, costLines } from './expression/bench';
import { benchFaces, type FaceBench, faceLines } from './face/bench';
import { benchImport, HEAD as IMPORT_HEAD, type ImportBench } from './import/bench';
import { benchInsights, HEAD as INSIGHTS_HEAD, type InsightsBench } from './insights/bench';
import { benchJournal, HEAD, type JournalBench, SIZES } from './journal/bench';
import { machine } from './machine';
import { benchNetworks, type NetworksBench, networkLines } from './networks/bench';
import { benchPerson, type PersonShares } from './person/bench';
import { benchScreens, HEAD as SCREENS_HEAD, type ScreensBench } from './screens/bench';
import { benchTruths, type TruthsBench } from './truths/bench';
import { benchVision, type VisionBench } from './vision/bench';
import { benchWalk, HEAD as WALK_HEAD, type WalkBench } from './walk/bench';

/**
 * `npm run bench [-- face | import | insights | journal | networks | person | screens | truths | walk] [--json OUT] [--threads N] [--clip FILE.mjpeg] [--expression]
 * [--sizes N,N] [--runs N] [--seeds N]`: see docs/tools.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    threads: { type: 'string', default: '1' },
    clip: { type: 'string' },
    expression: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '1000' },
  },
});

/** The rows that are brought in. */
const ROWS = 5_000;

/** The journal that the screens are measured with. */
const LARGE = 100_000;

const BENCHES = {
  vision: () => (values.expression ? expression() : vision()),
  face,
  import: importing,
  insights,
  journal,
  networks,
  person,
  screens,
  truths,
  walk,
};
const [what = 'vision', ...more] = positionals;
if (more.length > 0 || !isBench(what)) {
  console.error(
    `${positionals.join(' ')}: there is a bench of vision, the default, of what a face did, of an import, of insights, of the journal, of the networks, of what is learnt of a person, of the screens, of truths, and of a walk`,
  );
  process.exit(2);
}
const result = await BENCHES[what]();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);

function isBench(name: string): name is keyof typeof BENCHES {
  return Object.hasOwn(BENCHES, name);
}

/** `--sizes 1000,10000`; without it those of `usual`. */
function sizesOf(text: string | undefined, usual: readonly number[]): readonly number[] {
  const sizes = text?.split(',').map(Number) ?? usual;
  if (sizes.every((size) => Number.isInteger(size) && size >= 100)) return sizes;
  console.error(`${text}: sizes are whole numbers from 100, like 1000,10000`);
  process.exit(2);
}

function runsOf(text: string): number {
  const runs = Number(text);
  if (Number.isInteger(runs) && runs > 0) return runs;
  console.error(`${text}: runs are a whole number from 1`);
  process.exit(2);
}

async function face(): Promise<FaceBench> {
  const bench = await benchFaces();
  for (const line of faceLines(bench)) console.log(line);
  return bench;
}

async function importing(): Promise<readonly ImportBench[]> {
  const runs = runsOf(values.runs);
  const all: ImportBench[] = [];
  for (const size of sizesOf(values.sizes, [ROWS])) {
    console.log(`${machine()}; ${size.toLocaleString('en')} rows, the median of ${runs} runs\n${IMPORT_HEAD}`);
    all.push(await benchImport(size, runs, console.log));
  }
  return all;
}

async function insights(): Promise<InsightsBench> {
  const runs = runsOf(values.runs);
  console.log(`${machine()}; milliseconds, the least of ${runs} runs\n${INSIGHTS_HEAD}`);
  return benchInsights(sizesOf(values.sizes, SIZES), runs, console.log);
}

async function journal(): Promise<JournalBench> {
  console.log(`${machine()}; milliseconds\n${HEAD}`);
  return benchJournal(sizesOf(values.sizes, SIZES), console.log);
}

async function networks(): Promise<NetworksBench> {
  const bench = await benchNetworks();
  console.log(
    `${bench.machine}; ${bench.date}; wasm, 1 thread; milliseconds of processor time, the least (median) of 12 rounds`,
  );
  console.log(`${''.padEnd(14)}${'its input'.padEnd(16)}${'its run'.padEnd(16)}`);
  for (const line of networkLines(bench)) console.log(line);
  return bench;
}

async function screens(): Promise<readonly ScreensBench[]> {
  const runs = runsOf(values.runs);
  const all: ScreensBench[] = [];
  for (const size of sizesOf(values.sizes, [LARGE])) {
    console.log(`${machine()}; ${size.toLocaleString('en')} entries, the best of ${runs} runs\n${SCREENS_HEAD}`);
    all.push(await benchScreens(size, runs, console.log));
  }
  return all;
}

function truths(): TruthsBench {
  return benchTruths(seedsOf(values.seeds), console.log);
}

function person(): readonly PersonShares[] {
  return benchPerson(seedsOf(values.seeds), console.log);
}

function seedsOf(text: string): number {
  const seeds = Number(text);
  if (Number.isInteger(seeds) && seeds > 0) return seeds;
  console.error(`${text}: how many are made up is a whole number from 1`);
  process.exit(2);
}

function walk(): Promise<WalkBench> {
  console.log(`seconds of somebody who presses in 300 ms and reads 240 words a minute\n${WALK_HEAD}`);
  return benchWalk(console.log);
}

async function expression() {
  const cost = await benchExpression();
  console.log(`${cost.machine}; ${cost.date}; wasm, 1 thread, median milliseconds a face; in brackets: ours over it`);
  const heads = ['million parameters', 'million MACs', 'MB', 'ms'].map((head) => head.padEnd(20));
  console.log(`${''.padEnd(22)}${heads.join('')}`);
  for (const line of costLines(cost)) console.log(line);
  return cost;
}

async function vision(): Promise<VisionBench> {
  const clip = values.clip ?? (await faceClip());
  if (!existsSync(clip)) {
    console.error(`${clip}: there is no such file`);
    process.exit(2);
  }
  const measured = await benchVision(clip, Number(values.threads));
  print(measured);
  return measured;
}
function print({ machine, date, wasmThreads, ours, recall, peers }: VisionBench): void {
  console.log(
    `${machine}; ${date}; wasm, ${wasmThreads} threads; milliseconds a picture: median by the clock, mean by the processor`,
  );
  const row = (
    name: string,
    { medianMs, processorMs }: VisionBench['peers']['human' | 'faceApi'] | VisionBench['ours'],
    rest: string,
  ): void =>
    console.log(`${name.padEnd(9)}${medianMs.toFixed(1).padStart(7)}${processorMs.toFixed(1).padStart(7)}   ${rest}`);
  row('ours', ours, `${told(ours.outputs)} (${stages(ours.stageMs)})`);
  for (const [name, peer] of Object.entries(peers)) {
    const { ratio, processorRatio, outputs, threadsTold } = peer;
    const threads = threadsTold === null ? '' : `, tells of ${threadsTold} thread${threadsTold === 1 ? '' : 's'}`;
    row(name, peer, `${told(outputs)}${threads}; ours / ${name} = ${ratio.toFixed(2)}, ${processorRatio.toFixed(2)}`);
  }
  console.log(
    `In a recall ${(100 * recall.readShare).toFixed(0)} % of the camera's pictures are read, each with ${told(recall.outputs)}. By the processor, ` +
      `a picture of the camera costs ${(recall.readShare * recall.processorMs).toFixed(1)}; over one that is read, ` +
      `human = ${peers.human.recallRatio.toFixed(2)}, face-api = ${peers.faceApi.recallRatio.toFixed(2)}`,
  );
}

/** What every picture had. */
function told({ points, irises, expression }: VisionBench['ours']['outputs']): string {
  return [`${points} points`, irises ? 'irises' : 'no irises', expression ? 'expression' : 'no expression'].join(', ');
}

function stages(stageMs: VisionBench['ours']['stageMs']): string {
  return Object.entries(stageMs)
    .map(([stage, ms]) => `${stage} ${ms?.toFixed(1)}`)
    .join(', ');
}
