import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ORT_VERSION, ORT_WASM, readModels } from '../../sw/build/project';
import { brotli } from '../../sw/build/static-host';
import { type Chunk, entryOf, reachable, readChunks } from './chunks';

/** A sum of downloads, against its bar. Bytes; the bars are in decimal kB and MB, as downloads are told. */
export interface Size {
  readonly what: string;
  readonly files: readonly string[];
  readonly rawBytes: number;
  readonly gzipBytes: number;
  /** At the quality a content network uses on the fly. */
  readonly brotliBytes: number;
  readonly barBytes: number;
}

type Build = keyof typeof ORT_WASM;

/** Gzip of the page's scripts until the camera opens: the bar of the first view. */
export const PAGE_BAR_BYTES = 90_000;
/** What the first recall may download. Where only the Asyncify build fits, it is larger by what that build costs. */
export const FIRST_RECALL_BARS: Readonly<Record<Build, number>> = { wasm: 14e6, jspi: 14e6, webgpu: 17e6 };

/** Screens nobody passes on the way from opening the app to the camera, and the chart that is drawn after it. */
const SCREENS =
  'history entry insights settings import print restore backup-card copies-card install-card interrupted-card draft-card open-backups check-in trace-chart lock lock-setup'.split(
    ' ',
  );
/** What only those screens ask for, what is shown only where something fails, and the screens that come after the recall. */
const LATER = 'backups check-ins exports files imports failure-notice journal-failure telling'.split(' ');
/** What the journal fetches only where a lock was set, something is looked for, an old database is found, or a draft finds no room. */
const LOCKS = 'kdf kdf-costs kdf.worker recovery-code passkey secrets auto-lock search seal-plain held-drafts'.split(
  ' ',
);
/** Fetched only with something to save, or ten seconds after the start when nothing else is done. */
const AT_REST = ['save-file', 'outgoing'];
/** Only browsers without URLPattern (iOS before 26, Firefox before 142) fetch it. */
const POLYFILLS = ['urlpattern-polyfill'];
const NOT_ON_THE_WAY = new Set([...SCREENS, ...LATER, ...LOCKS, ...AT_REST, ...POLYFILLS]);

/** Every download that has a bar. */
export async function measure(dist: string): Promise<Size[]> {
  const chunks = readChunks(dist);
  const page = reachable(chunks, entryOf(dist), ({ name }) => !NOT_ON_THE_WAY.has(name));
  const sizes = [
    await sum(dist, 'page scripts until the camera opens', [...page, ...ownScripts(chunks)], PAGE_BAR_BYTES),
  ];
  for (const build of Object.keys(ORT_WASM) as Build[]) {
    const files = [...workerScripts(chunks, build), `ort/${ORT_VERSION}/${ORT_WASM[build]}`, ...modelFiles()];
    sizes.push(await sum(dist, `first recall, ${build} runtime`, files, FIRST_RECALL_BARS[build]));
  }
  return sizes;
}

export const modelFiles = (): string[] => Object.values(readModels().models).map(({ file }) => `models/${file}`);

/** What runs beside the page's script in the first view: nothing imports it. */
const ownScripts = (chunks: ReadonlyMap<string, Chunk>): string[] =>
  ['first-view', 'dates.worker'].map((name) => {
    const found = [...chunks.values()].find((chunk) => chunk.name === name);
    if (!found) throw new Error(`The build has no ${name}`);
    return found.file;
  });

/** The scripts of the vision worker when it runs on `build`. */
function workerScripts(chunks: ReadonlyMap<string, Chunk>, build: Build): string[] {
  const worker = [...chunks.values()].find(({ name }) => name === 'vision.worker');
  if (!worker) throw new Error('The build has no vision worker');
  const files = reachable(
    chunks,
    worker.file,
    ({ name }) => !name.startsWith('ort.') || name.startsWith(`ort.${build}.`),
  );
  return [...files];
}

async function sum(dist: string, what: string, files: readonly string[], barBytes: number): Promise<Size> {
  let [rawBytes, gzipBytes, brotliBytes] = [0, 0, 0];
  for (const file of files) {
    const bytes = await readFile(join(dist, file));
    rawBytes += bytes.length;
    gzipBytes += (await promisify(gzip)(bytes)).length;
    brotliBytes += (await brotli(bytes)).length;
  }
  return { what, files, rawBytes, gzipBytes, brotliBytes, barBytes };
}

/** The bars are for gzip, which every host can do. */
export const isOver = ({ gzipBytes, barBytes }: Size): boolean => gzipBytes > barBytes;
