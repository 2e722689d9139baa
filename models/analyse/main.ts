import { writeFileSync } from 'node:fs';
import type { Trace } from '../../app/domain/face/trace';
import { requireWritable } from '../tools/output';
import { analyse, type Task, tasksOf } from './analyse';
import { type AnalyseArguments, parseAnalyseArguments } from './arguments';
import { dynamicsOfTrace } from './dynamics/dynamics';
import { openReaders } from './dynamics/readers';
import { readTraces } from './dynamics/traces';
import type { PrintedResult } from './result';

/** `npm run analyse`: the app's own vision worker in headless Chromium over clips and pictures. See docs/tools.md. */
async function main(args: readonly string[]): Promise<number> {
  let asked: AnalyseArguments;
  let tasks: readonly Task[];
  try {
    asked = parseAnalyseArguments(args);
    tasks = tasksOf(asked);
    if (asked.jsonPath !== null) requireWritable(asked.jsonPath);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
  if (asked.tracePath !== null) return analyseTraces(asked.tracePath, asked.jsonPath);
  const results: PrintedResult[] = [];
  const unreadable = await analyse(
    tasks,
    asked.backend,
    {
      read: (result, remarks) => {
        results.push(result);
        console.log(JSON.stringify(result));
        for (const remark of remarks) console.error(`${result.file}: ${remark}`);
      },
      unreadable: (file, problem) => console.error(`${file}: ${problem}`),
    },
    asked.dynamics ? await openReaders() : null,
  );
  if (asked.jsonPath !== null) writeFileSync(asked.jsonPath, `${JSON.stringify(results, null, 1)}\n`);
  return unreadable > 0 ? 2 : 0;
}

/** Prints a line for each trace of the file. */
async function analyseTraces(path: string, jsonPath: string | null): Promise<number> {
  let traces: readonly Trace[];
  try {
    traces = readTraces(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const readers = await openReaders();
  const results: object[] = [];
  for (const trace of traces) {
    const result = { file: path, entryId: trace.entryId, summary: { dynamics: await dynamicsOfTrace(trace, readers) } };
    results.push(result);
    console.log(JSON.stringify(result));
  }
  if (jsonPath !== null) writeFileSync(jsonPath, `${JSON.stringify(results, null, 1)}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
