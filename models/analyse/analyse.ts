import { accessSync, constants, statSync } from 'node:fs';
import { basename } from 'node:path';
import { startHarness } from '../tools/harness';
import { InputError } from '../tools/input-error';
import type { AnalyseArguments, BaselineChoice } from './arguments';
import { dynamicsOf } from './dynamics/dynamics';
import type { WholeReaders } from './dynamics/readers';
import { motionOf, type OwnRest, restOfFrames } from './motion';
import type { PageAnswer } from './page';
import { readPairs } from './pairs';
import { type FileResult, type PrintedResult, withMotion } from './result';

/** A file to read, and what its face is measured against. */
export interface Task {
  readonly file: string;
  readonly baseline: BaselineChoice;
}

/** Throws Error where the list of pairs cannot be used. */
export function tasksOf({ files, baseline, pairsPath }: AnalyseArguments): readonly Task[] {
  if (pairsPath === null) return files.map((file) => ({ file, baseline }));
  return readPairs(pairsPath).map(({ file, baseline }) => ({ file, baseline: { kind: 'file', file: baseline } }));
}

/** What is done with each file, in the order of the tasks. */
export interface Told {
  /** @param remarks what of it is missing, a line each */
  read(result: PrintedResult, remarks: readonly string[]): void;
  unreadable(file: string, problem: string): void;
}

/**
 * Reads each file in one browser. Resolves with how many could not be read; the others are still done.
 * @param whole what reads the whole of a file; null leaves that out
 */
export async function analyse(
  tasks: readonly Task[],
  backend: 'wasm' | 'webgpu',
  told: Told,
  whole: WholeReaders | null = null,
): Promise<number> {
  const paths = [
    ...new Set(tasks.flatMap(({ file, baseline }) => (baseline.kind === 'file' ? [baseline.file, file] : [file]))),
  ];
  const urls = new Map(paths.map((path, index) => [path, `/input/${index}`]));
  const harness = await startHarness('models/analyse', {
    inputs: new Map(paths.map((path) => [urls.get(path)!, path])),
  });
  const read = async (path: string): Promise<FileResult> => {
    const answer = await readable(path, () =>
      harness.call<PageAnswer>('analyse', urls.get(path), basename(path), backend),
    );
    if (!answer.ok) throw new InputError(answer.problem);
    return { ...answer.result, file: path };
  };
  const rests = new Map<string, OwnRest>();
  let unreadable = 0;
  try {
    for (const { file, baseline } of tasks) {
      try {
        const result = await read(file);
        const rest = await restFor(result, baseline, read, rests);
        const printed = withMotion(result, motionOf(result.frames, rest));
        const dynamics = whole && (await dynamicsOf(printed.frames, rest, whole));
        told.read(dynamics ? { ...printed, summary: { ...printed.summary, dynamics } } : printed, remarksOn(result));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        unreadable++;
        told.unreadable(file, error.message);
      }
    }
  } finally {
    await harness.stop();
  }
  return unreadable;
}

/** The rest that a file is measured against; null for the average. Each baseline file is read once. Throws InputError. */
async function restFor(
  result: FileResult,
  baseline: BaselineChoice,
  read: (path: string) => Promise<FileResult>,
  rests: Map<string, OwnRest>,
): Promise<OwnRest | null> {
  if (baseline.kind === 'average') return null;
  const known = baseline.kind === 'file' ? rests.get(baseline.file) : undefined;
  if (known) return known;
  const where = baseline.kind === 'file' ? baseline.file : `the first ${baseline.seconds} s`;
  const frames =
    baseline.kind === 'file'
      ? await framesOfBaseline(baseline.file, read)
      : result.frames.filter(({ tMs }) => tMs < baseline.seconds * 1000);
  const rest = restOfFrames(frames);
  if (!rest) throw new InputError(`there is no readable face turned to the camera in its baseline, ${where}`);
  if (baseline.kind === 'file') rests.set(baseline.file, rest);
  return rest;
}

async function framesOfBaseline(file: string, read: (path: string) => Promise<FileResult>) {
  try {
    return (await read(file)).frames;
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`its baseline ${file}: ${error.message}`);
    throw error;
  }
}

/** The page's answer, or the problem that kept the file from being opened at all. */
async function readable(file: string, ask: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    accessSync(file, constants.R_OK);
    const facts = statSync(file);
    if (!facts.isFile()) return { ok: false, problem: 'this is not a file' };
    if (facts.size === 0) return { ok: false, problem: 'the file is empty' };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { ok: false, problem: code === 'ENOENT' ? 'there is no such file' : `the file cannot be opened (${code})` };
  }
  return ask();
}

/** What of a file that was read is missing, a line each. */
function remarksOn({ losses, frames }: Pick<FileResult, 'losses' | 'frames'>): string[] {
  const remarks: string[] = [];
  const of = `of ${losses.pictures + frames.length} pictures`;
  if (losses.pictures === 1) remarks.push(`1 ${of} is damaged and was left out`);
  if (losses.pictures > 1)
    remarks.push(`${losses.pictures} ${of} are damaged, or build on one that is, and were left out`);
  if (losses.missingMs > 0) {
    remarks.push(
      `it is cut off: the pictures end ${(losses.missingMs / 1000).toFixed(1)} s before it says that they do`,
    );
  }
  return remarks;
}
