import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { startHarness } from '../tools/harness';
import { requireWritable } from '../tools/output';
import { type AnalyseArguments, parseAnalyseArguments } from './arguments';
import type { PageAnswer } from './page';
import type { FileResult } from './result';

/** `npm run analyse`: the app's own vision worker in headless Chromium over clips and pictures. See docs/tools.md. */
async function main(args: readonly string[]): Promise<number> {
  let asked: AnalyseArguments;
  try {
    asked = parseAnalyseArguments(args);
    if (asked.jsonPath !== null) requireWritable(asked.jsonPath);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const { results, unreadable } = await analyse(asked);
  if (asked.jsonPath !== null) writeFileSync(asked.jsonPath, `${JSON.stringify(results, null, 1)}\n`);
  return unreadable > 0 ? 2 : 0;
}

async function analyse({ files, backend }: AnalyseArguments): Promise<{ results: FileResult[]; unreadable: number }> {
  const inputs = new Map(files.map((file, index) => [`/input/${index}`, file]));
  const harness = await startHarness('models/analyse', { inputs });
  const results: FileResult[] = [];
  let unreadable = 0;
  try {
    for (const [url, file] of inputs) {
      const answer = await readable(file, () => harness.call<PageAnswer>('analyse', url, basename(file), backend));
      if (answer.ok) {
        results.push({ ...answer.result, file });
        console.log(JSON.stringify(results.at(-1)));
        for (const remark of remarksOn(answer.result)) console.error(`${file}: ${remark}`);
      } else {
        unreadable++;
        console.error(`${file}: ${answer.problem}`);
      }
    }
  } finally {
    await harness.stop();
  }
  return { results, unreadable };
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

process.exitCode = await main(process.argv.slice(2));
