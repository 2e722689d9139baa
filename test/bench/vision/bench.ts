import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startHarness } from '../../../models/tools/harness';
import { installPeers, PEERS_FOLDER } from '../../../models/tools/peers';
import { machine } from '../machine';
import type { Outputs } from './contestant';
import type { Measurement, PageResult } from './page';

/** What a contestant did with each picture that it read. */
interface Did {
  readonly medianMs: number;
  readonly processorMs: number;
  readonly outputs: Outputs;
}

/**
 * What `--json` writes. `ratio` is our median over the peer's, and `processorRatio` our processor time over its; `recallRatio` is what a
 * picture of the camera costs the processor in a recall, over what one that it reads costs the peer. Below 1 we are faster.
 */
export interface VisionBench {
  readonly machine: string;
  readonly date: string;
  readonly wasmThreads: number;
  readonly ours: Did & { readonly stageMs: PageResult['stageMs'] };
  /** As the app reads in a recall: all outputs, of a share of the camera's pictures. */
  readonly recall: Did & { readonly readShare: number };
  readonly peers: Readonly<
    Record<
      'human' | 'faceApi',
      Did & {
        readonly ratio: number;
        readonly processorRatio: number;
        readonly recallRatio: number;
        readonly threadsTold: number | null;
      }
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
    await tellProcessorTime(harness.page);
    const { contestants, stageMs, wasmThreads } = await harness.call<PageResult>('bench', '/clip.mjpeg', threads);
    for (const [name, { foundShare }] of Object.entries(contestants)) {
      if (foundShare < LEAST_FOUND_SHARE)
        throw new Error(`${name} found a face in only ${Math.round(100 * foundShare)} % of the pictures`);
    }
    const [ours, recall] = [named(contestants, 'ours'), named(contestants, 'recall')];
    const against = (name: string): VisionBench['peers']['human'] => {
      const { threadsTold, ...peer } = named(contestants, name);
      return {
        ...didOf(peer),
        ratio: ours.medianMs / peer.medianMs,
        processorRatio: ours.processorMs / peer.processorMs,
        recallRatio: (recall.readShare * recall.processorMs) / peer.processorMs,
        threadsTold,
      };
    };
    return {
      machine: machine(),
      date: new Date().toISOString().slice(0, 10),
      wasmThreads,
      ours: { ...didOf(ours), stageMs },
      recall: { ...didOf(recall), readShare: recall.readShare },
      peers: { human: against('human'), faceApi: against('faceApi') },
    };
  } finally {
    await harness.stop();
  }
}

function named(contestants: PageResult['contestants'], name: string): Measurement {
  const measurement = contestants[name];
  if (!measurement) throw new Error(`${name} was not measured`);
  return measurement;
}

const didOf = ({ medianMs, processorMs, outputs }: Did): Did => ({ medianMs, processorMs, outputs });

/** Gives the page `processorMs`: what its process, with all its threads, has taken of the processors. */
async function tellProcessorTime(page: Page): Promise<void> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser to ask for its processor time');
  await page.exposeFunction('processorMs', async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const seconds = processInfo.filter(({ type }) => type === 'renderer').map(({ cpuTime }) => cpuTime);
    return 1000 * seconds.reduce((sum, each) => sum + each, 0);
  });
}
