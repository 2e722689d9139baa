import { parseArgs } from 'node:util';
import { ConvertError } from './errors.ts';

export const USAGE = `npm run convert -- [--check | --stats] [--tarball FILE]

Makes the detector, the landmark and the iris model, the expression model that ours is measured against
(models/baseline), and their entries in models/models.json, out of the TensorFlow.js originals.
  --check         write nothing; fail if a committed file is not what the recipes make
  --stats         write nothing; print bytes, parameters and multiply-accumulates of each model
  --tarball FILE  use this npm tarball of the originals instead of asking the registry
  --help          this text`;

export interface Options {
  task: 'write' | 'check' | 'stats' | 'help';
  tarball?: string;
}

export function readOptions(args: string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const options = { check: flag, stats: flag, help: flag, tarball: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.check && values.stats) throw new Error('--check and --stats exclude each other');
    const task = values.help ? 'help' : values.check ? 'check' : values.stats ? 'stats' : 'write';
    return values.tarball === undefined ? { task } : { task, tarball: values.tarball };
  } catch (error) {
    throw new ConvertError((error as Error).message);
  }
}
