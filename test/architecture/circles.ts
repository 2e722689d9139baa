import { dirname, join, sep } from 'node:path';
import { importsOf } from './imports';

/**
 * The circles among `files`: each group lists the files that import one another, directly or through others of the group.
 * Type imports count. Biome's `noImportCycles` checks the same, but does not see `new URL('./x.worker.ts', import.meta.url)`.
 *
 * Tarjan's algorithm for strongly connected components (SIAM J. Comput. 1:146, 1972).
 */
export function circlesAmong(files: readonly string[]): string[][] {
  const known = new Set(files);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];

  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    path.push(file);
    for (const target of targetsOf(file, known)) {
      if (!order.has(target)) visit(target);
      if (path.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = path.splice(path.indexOf(file)).sort();
    if (circle.length > 1) circles.push(circle);
  };

  for (const file of files) if (!order.has(file)) visit(file);
  return circles.sort(([a = ''], [b = '']) => a.localeCompare(b));
}

/** The files of `known` that `file` imports, itself excepted. */
function targetsOf(file: string, known: ReadonlySet<string>): string[] {
  return importsOf(file)
    .filter(({ source }) => source.startsWith('.'))
    .map(({ source }) => join(dirname(file), source).split(sep).join('/'))
    .flatMap((target) =>
      [target, `${target}.ts`, `${target}/index.ts`].filter((one) => known.has(one) && one !== file),
    );
}
