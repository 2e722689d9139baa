import { writeFileSync } from 'node:fs';
import { requireWritable } from '../tools/output';
import { analyse, type Task, tasksOf } from './analyse';
import { type AnalyseArguments, parseAnalyseArguments } from './arguments';
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
  const results: PrintedResult[] = [];
  const unreadable = await analyse(tasks, asked.backend, {
    read: (result, remarks) => {
      results.push(result);
      console.log(JSON.stringify(result));
      for (const remark of remarks) console.error(`${result.file}: ${remark}`);
    },
    unreadable: (file, problem) => console.error(`${file}: ${problem}`),
  });
  if (asked.jsonPath !== null) writeFileSync(asked.jsonPath, `${JSON.stringify(results, null, 1)}\n`);
  return unreadable > 0 ? 2 : 0;
}

process.exitCode = await main(process.argv.slice(2));
