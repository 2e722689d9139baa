import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileResult } from '../../../models/analyse/result';

/** A folder of this test's own. */
export const folder = mkdtempSync(join(tmpdir(), 'reverie-analyse-'));

export const write = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

export interface Run {
  readonly code: number;
  readonly stderr: string;
  readonly results: FileResult[];
}

/** Runs the command as a person does; `results` is what `--json` wrote, empty where it wrote nothing. */
export function analyse(...args: string[]): Promise<Run> {
  const out = join(folder, `${Math.random()}.json`);
  return new Promise((resolve, reject) => {
    const command = ['--import', 'tsx', 'models/analyse/main.ts', '--json', out, ...args];
    execFile('node', command, { maxBuffer: 1 << 28 }, (error, _stdout, stderr) => {
      // Ended by a signal, or never begun: that is no answer of the command.
      if (error && typeof error.code !== 'number') return reject(error);
      const code = typeof error?.code === 'number' ? error.code : 0;
      const results = existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as FileResult[]) : [];
      resolve({ code, stderr, results });
    });
  });
}
