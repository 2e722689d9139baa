import { parseArgs } from 'node:util';

/** What a face is measured against: an average neutral face, the face in another file, or the first seconds of the file itself. */
export type BaselineChoice =
  | { readonly kind: 'average' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'first'; readonly seconds: number };

export interface AnalyseArguments {
  readonly files: readonly string[];
  readonly backend: 'wasm' | 'webgpu';
  readonly jsonPath: string | null;
  readonly baseline: BaselineChoice;
  /** A CSV file with the columns `file` and `baseline`: many files, each with a baseline of its own. */
  readonly pairsPath: string | null;
  /** Whether the whole of each file is also read, by the memory head, by patches, and by all together. */
  readonly dynamics: boolean;
  /** A file with traces, as the app exports them, to be read instead of pictures; null for none. */
  readonly tracePath: string | null;
}

export const USAGE =
  'Usage: npm run analyse -- FILE... [--baseline FILE|first:SECONDS] [--backend wasm|webgpu] [--json OUT], or --pairs LIST.csv instead of files; --dynamics for what the whole showed, of --trace FILE.json too';

/** The command line as asked for. Throws Error with one line that says what is wrong. */
export function parseAnalyseArguments(args: readonly string[]): AnalyseArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      backend: { type: 'string', default: 'wasm' },
      json: { type: 'string' },
      baseline: { type: 'string' },
      pairs: { type: 'string' },
      dynamics: { type: 'boolean', default: false },
      trace: { type: 'string' },
    },
  });
  const { backend, json, baseline, pairs, dynamics, trace } = values;
  if (positionals.length === 0 && pairs === undefined && trace === undefined) throw new Error(USAGE);
  if (trace !== undefined && (positionals.length > 0 || pairs !== undefined || baseline !== undefined || !dynamics)) {
    throw new Error('--trace takes --dynamics and no files: a trace has its own baseline');
  }
  if (pairs !== undefined && (positionals.length > 0 || baseline !== undefined)) {
    throw new Error('--pairs names the files and their baselines itself: leave out files and --baseline');
  }
  if (backend !== 'wasm' && backend !== 'webgpu') throw new Error(`--backend takes wasm or webgpu, not ${backend}`);
  return {
    files: positionals,
    backend,
    jsonPath: json ?? null,
    baseline: baselineOf(baseline),
    pairsPath: pairs ?? null,
    dynamics,
    tracePath: trace ?? null,
  };
}

function baselineOf(asked: string | undefined): BaselineChoice {
  if (asked === undefined) return { kind: 'average' };
  if (!asked.startsWith('first:')) return { kind: 'file', file: asked };
  const seconds = Number(asked.slice('first:'.length));
  if (!(seconds > 0)) throw new Error(`--baseline first: takes seconds above 0, as in first:5, not ${asked.slice(6)}`);
  return { kind: 'first', seconds };
}
