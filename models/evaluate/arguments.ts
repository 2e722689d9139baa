import { parseArgs } from 'node:util';
import { InputError } from './input-error';

export interface EvaluateArguments {
  /** Grey faces, uint8, N x 48 x 48. */
  readonly faces: string;
  /** Votes, one row a face. */
  readonly votes: string;
  readonly backend: 'wasm' | 'webgpu';
  /** Whether faces whose mesh can be trusted are aligned as live ones are, or every crop is taken as it is. */
  readonly align: boolean;
  readonly jsonPath: string | null;
}

export const USAGE =
  'Usage: npm run evaluate -- --faces F.u8 --votes F.votes.csv [--json OUT] [--backend wasm|webgpu] [--align auto|off]';

/** The command line as asked for. Throws InputError. */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const { faces, votes, backend, align, json } = valuesOf(args);
  if (faces === undefined || votes === undefined) throw new InputError(USAGE);
  if (backend !== 'wasm' && backend !== 'webgpu') {
    throw new InputError(`--backend takes wasm or webgpu, not ${backend}`);
  }
  if (align !== 'auto' && align !== 'off') throw new InputError(`--align takes auto or off, not ${align}`);
  return { faces, votes, backend, align: align === 'auto', jsonPath: json ?? null };
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        faces: text,
        votes: text,
        json: text,
        backend: { ...text, default: 'wasm' },
        align: { ...text, default: 'auto' },
      },
    }).values;
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
