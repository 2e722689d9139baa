import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most memory that any page's process of a browser started from here has held so far, in MiB, as Linux counts it; null where
 * there is no such count.
 */
export function peakRendererMiB(): number | null {
  const processes = new Map<
    number,
    { readonly parent: number; readonly peakKiB: number; readonly isRenderer: boolean }
  >();
  try {
    for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
      const found = processOf(Number(name));
      if (found) processes.set(Number(name), found);
    }
  } catch {
    return null;
  }
  const isOurs = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  const peaks = [...processes]
    .filter(([pid, { isRenderer }]) => isRenderer && isOurs(pid))
    .map(([, { peakKiB }]) => peakKiB);
  return peaks.length === 0 ? null : Math.round(Math.max(...peaks) / 1024);
}

function processOf(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const isRenderer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    return { parent: number('PPid'), peakKiB: number('VmHWM'), isRenderer };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
