import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faceClip } from '../support/face-clip';
import { benchVision, type VisionBench } from './vision/bench';

/** `npm run bench [-- --json OUT] [--threads N] [--clip FILE.mjpeg]`: see README, "Tools". */
const { values } = parseArgs({
  options: { json: { type: 'string' }, threads: { type: 'string', default: '1' }, clip: { type: 'string' } },
});

const clip = values.clip ?? (await faceClip());
if (!existsSync(clip)) {
  console.error(`${clip}: there is no such file`);
  process.exit(2);
}
const result = await benchVision(clip, Number(values.threads));
print(result);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);

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
