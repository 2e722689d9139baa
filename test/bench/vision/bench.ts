import { join } from 'node:path';
import { startHarness } from '../../../models/tools/harness';
import { installPeers, PEERS_FOLDER } from '../../../models/tools/peers';
import { machine } from '../machine';
import type { PageResult } from './page';

/** What `--json` writes. `ratio` is our median over the peer's: below 1 we are faster. */
export interface VisionBench {
  readonly machine: string;
  readonly date: string;
  readonly wasmThreads: number;
  readonly ours: { readonly medianMs: number; readonly stageMs: PageResult['stageMs'] };
  readonly peers: Readonly<
    Record<
      'human' | 'faceApi',
      { readonly medianMs: number; readonly ratio: number; readonly threadsTold: number | null }
    >
  >;
}

/** A contestant that misses more pictures than this was not measured at the same work. */
const LEAST_FOUND_SHARE = 0.9;

/** Our whole pipeline against its peers on `clip`, in one page. Throws where one of them did not do the work. */
export async function benchVision(clip: string, threads: number): Promise<VisionBench> {
  installPeers();
  const harness = await startHarness('test/bench/vision', {
    inputs: new Map([['/clip.mjpeg', clip]]),
    folders: { '/peers/': join(PEERS_FOLDER, 'node_modules') },
  });
  try {
    const { contestants, stageMs, wasmThreads } = await harness.call<PageResult>('bench', '/clip.mjpeg', threads);
    for (const [name, { foundShare }] of Object.entries(contestants)) {
      if (foundShare < LEAST_FOUND_SHARE)
        throw new Error(`${name} found a face in only ${Math.round(100 * foundShare)} % of the pictures`);
    }
    const oursMs = contestants.ours?.medianMs ?? Number.NaN;
    const against = (name: string): VisionBench['peers']['human'] => {
      const { medianMs, threadsTold } = contestants[name] ?? { medianMs: Number.NaN, threadsTold: null };
      return { medianMs, ratio: oursMs / medianMs, threadsTold };
    };
    return {
      machine: machine(),
      date: new Date().toISOString().slice(0, 10),
      wasmThreads,
      ours: { medianMs: oursMs, stageMs },
      peers: { human: against('human'), faceApi: against('faceApi') },
    };
  } finally {
    await harness.stop();
  }
}
