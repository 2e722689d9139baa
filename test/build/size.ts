import { freshBuild } from '../support/build';
import { isOver, measure, type Size } from './sizes';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 2)} MB`.padStart(10);

const row = (size: Size): string =>
  [
    size.what.padEnd(36),
    megabytes(size.rawBytes),
    megabytes(size.gzipBytes),
    megabytes(size.brotliBytes),
    megabytes(size.barBytes),
    isOver(size) ? '  over' : '  ok',
  ].join('');

const sizes = await measure(await freshBuild());
console.log(`${''.padEnd(36)}${['raw', 'gzip', 'brotli', 'bar (gzip)'].map((head) => head.padStart(10)).join('')}`);
for (const size of sizes) console.log(row(size));
process.exitCode = sizes.some(isOver) ? 1 : 0;
