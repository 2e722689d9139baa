import { parseArgs } from 'node:util';

export interface AnalyseArguments {
  readonly files: readonly string[];
  readonly backend: 'wasm' | 'webgpu';
  readonly jsonPath: string | null;
}

export const USAGE = 'Usage: npm run analyse -- FILE... [--backend wasm|webgpu] [--json OUT]';

/** The command line as asked for. Throws Error with one line that says what is wrong. */
export function parseAnalyseArguments(args: readonly string[]): AnalyseArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { backend: { type: 'string', default: 'wasm' }, json: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  if (values.backend !== 'wasm' && values.backend !== 'webgpu') {
    throw new Error(`--backend takes wasm or webgpu, not ${values.backend}`);
  }
  return { files: positionals, backend: values.backend, jsonPath: values.json ?? null };
}
