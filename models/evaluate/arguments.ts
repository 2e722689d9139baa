import { parseArgs } from 'node:util';
import { InputError } from '../tools/input-error';

const ALIGN_MODES = ['auto', 'always', 'off'] as const;
/**
 * Which still crops are aligned as live faces are, of those whose mesh is believed: `auto` the ones that are not registered as
 * the model was trained, `always` all, `off` none.
 */
export type AlignMode = (typeof ALIGN_MODES)[number];

export interface EvaluateArguments {
  /** Grey faces, uint8, N x 48 x 48. */
  readonly faces: string;
  /** Votes, one row a face. */
  readonly votes: string;
  readonly backend: 'wasm' | 'webgpu';
  readonly align: AlignMode;
  /** Whether face-api.js reads the faces, too. */
  readonly faceApi: boolean;
  readonly jsonPath: string | null;
}

export const USAGE =
  'Usage: npm run evaluate -- --faces F.u8 --votes F.votes.csv [--json OUT] [--backend wasm|webgpu] [--align auto|always|off] [--face-api], or --units PAIRS.csv [--json OUT] [--backend wasm|webgpu], or --false-units [CLIP...] [--json OUT] [--backend wasm|webgpu], or --states FOLDER [--json OUT], or --robustness [FOLDER] [--json OUT], or --groups [FOLDER] [--json OUT], or --same-face [FOLDER] [--json OUT], or --set NAME [FOLDER] [--json OUT]';

/** Action units against what a coder saw. */
export interface UnitsArguments {
  /** CSV with the columns `file`, `baseline` and a column `AU<n>` for each unit. */
  readonly units: string;
  readonly backend: 'wasm' | 'webgpu';
  readonly jsonPath: string | null;
}

/** States against what people marked. */
export interface StatesArguments {
  /** Holds some of the sets `eyes`, `yawn`, `blink-ear`, `clips` and `gfe`, a folder each. */
  readonly states: string;
  readonly jsonPath: string | null;
}

/** Faces in light, turns and covers of every kind. */
export interface RobustnessArguments {
  /** Holds the sets `kdef`, `tfed` and `london`, a folder each. */
  readonly robustness: string;
  readonly jsonPath: string | null;
}

/** What the reader makes of people of each sex, age and ethnicity. */
export interface GroupsArguments {
  /** Holds the set `london`. */
  readonly groups: string;
  readonly jsonPath: string | null;
}

/** Pictures of one set, against what was posed and what raters saw. */
export interface SetArguments {
  /** The set's own folder within `folder`. */
  readonly set: string;
  readonly folder: string;
  readonly jsonPath: string | null;
}

/** Whether two pictures show one person. */
export interface SameFaceArguments {
  /** Holds the sets `lfw`, `yale` and `kdef`, a folder each. */
  readonly sameFace: string;
  readonly jsonPath: string | null;
}

/** Action units that are found where a face does nothing. */
export interface FalseUnitsArguments {
  /** Of somebody who only talks. */
  readonly quietClips: readonly string[];
  readonly backend: 'wasm' | 'webgpu';
  readonly jsonPath: string | null;
}

/** Where the sets lie unless a folder is named. */
const DATA = '../shared/data';
/** What runs on its own, and whether it takes files or folders behind it. */
const MODES = {
  units: 0,
  states: 0,
  'false-units': Number.POSITIVE_INFINITY,
  robustness: 1,
  groups: 1,
  set: 1,
  'same-face': 1,
} as const;

/** The command line as asked for. Throws InputError. */
export function parseEvaluateArguments(
  args: readonly string[],
):
  | EvaluateArguments
  | UnitsArguments
  | StatesArguments
  | FalseUnitsArguments
  | RobustnessArguments
  | GroupsArguments
  | SameFaceArguments
  | SetArguments {
  const { values, positionals } = wordsOf(args);
  const { faces, votes, backend, align, json, units, states, set, 'face-api': faceApi } = values;
  if (backend !== 'wasm' && backend !== 'webgpu') {
    throw new InputError(`--backend takes wasm or webgpu, not ${backend}`);
  }
  const both = { backend, jsonPath: json ?? null } as const;
  const { jsonPath } = both;
  const modes = (Object.keys(MODES) as (keyof typeof MODES)[]).filter((name) => values[name] || values[name] === '');
  const [mode] = modes;
  const isAlone = modes.length === 1 && faces === undefined && votes === undefined;
  if ((mode && !isAlone) || positionals.length > (mode ? MODES[mode] : 0)) throw new InputError(USAGE);
  if (mode === 'units') return { units: units!, ...both };
  if (mode === 'states') return { states: states!, jsonPath };
  if (mode === 'false-units') return { quietClips: positionals, ...both };
  if (mode === 'robustness') return { robustness: positionals[0] ?? DATA, jsonPath };
  if (mode === 'groups') return { groups: positionals[0] ?? DATA, jsonPath };
  if (mode === 'set') return { set: set!, folder: positionals[0] ?? DATA, jsonPath };
  if (mode === 'same-face') return { sameFace: positionals[0] ?? DATA, jsonPath };
  if (faces === undefined || votes === undefined) throw new InputError(USAGE);
  const aligned = ALIGN_MODES.find((name) => name === align);
  if (!aligned) throw new InputError(`--align takes ${ALIGN_MODES.join(', ')}, not ${align}`);
  return { faces, votes, align: aligned, faceApi, ...both };
}

function wordsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        faces: text,
        votes: text,
        json: text,
        units: text,
        states: text,
        set: text,
        backend: { ...text, default: 'wasm' },
        align: { ...text, default: 'always' },
        'face-api': { type: 'boolean', default: false },
        'false-units': { type: 'boolean', default: false },
        robustness: { type: 'boolean', default: false },
        groups: { type: 'boolean', default: false },
        'same-face': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
