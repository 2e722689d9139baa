import { cpus, totalmem } from 'node:os';

/** The machine in a line: processor, cores, memory. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
