import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faceClip } from '../../models/tools/face-clip';
import { benchExpression, costLines } from './expression/bench';
import { benchJournal, HEAD, type JournalBench, SIZES } from './journal/bench';
import { machine } from './machine';
import { benchTruths, type TruthsBench } from './truths/bench';
import { benchVision, type VisionBench } from './vision/bench';

/** `npm run bench [-- journal | truths] [--json OUT] [--threads N] [--clip FILE.mjpeg] [--expression] [--sizes N,N] [--seeds N]`: see docs/tools.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    threads: { type: 'string', default: '1' },
    clip: { type: 'string' },
    expression: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
  },
});

const [what = 'vision', ...more] = positionals;
const BENCHES = { vision: () => (values.expression ? expression() : vision()), journal, truths };
if (more.length > 0 || !Object.hasOwn(BENCHES, what)) {
  console.error(
    `${positionals.join(' ')}: there is a bench of vision, the default, one of the journal and one of truths`,
  );
  process.exit(2);
}
const result = await BENCHES[what as keyof typeof BENCHES]();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);

/** `--sizes 1000,10000`; all of them without it. */
function sizesOf(text: string | undefined): readonly number[] {
  const sizes = text?.split(',').map(Number) ?? SIZES;
  if (sizes.every((size) => Number.isInteger(size) && size >= 100)) return sizes;
  console.error(`${text}: sizes are whole numbers from 100, like 1000,10000`);
  process.exit(2);
}

async function journal(): Promise<JournalBench> {
  console.log(`${machine()}; milliseconds\n${HEAD}`);
  return benchJournal(sizesOf(values.sizes), console.log);
}

function truths(): TruthsBench {
  const seeds = Number(values.seeds);
  if (Number.isInteger(seeds) && seeds > 0) return benchTruths(seeds, console.log);
  console.error(`${values.seeds}: how many journals is a whole number from 1`);
  process.exit(2);
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
function print({ machine, date, wasmThreads, ours, peers }: VisionBench): void {
  console.log(`${machine}; ${date}; wasm, ${wasmThreads} threads; median milliseconds a picture`);
  console.log(`ours      ${ours.medianMs.toFixed(1).padStart(6)}   (${stages(ours.stageMs)})`);
  for (const [name, { medianMs, ratio, threadsTold }] of Object.entries(peers)) {
    console.log(
      `${name.padEnd(9)} ${medianMs.toFixed(1).padStart(6)}   ours / ${name} = ${ratio.toFixed(2)}${told(threadsTold)}`,
    );
  }
}

function stages(stageMs: VisionBench['ours']['stageMs']): string {
  return Object.entries(stageMs)
    .map(([stage, ms]) => `${stage} ${ms?.toFixed(1)}`)
    .join(', ');
}

/** What a peer says of its threads, where it says anything. */
function told(threads: number | null): string {
  return threads === null ? '' : `   (tells of ${threads} thread${threads === 1 ? '' : 's'})`;
}
