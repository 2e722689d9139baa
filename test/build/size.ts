import { freshBuild } from '../../models/tools/build';
import { isOver, measure, type Size } from './sizes';

const told = (bytes: number): string =>
  (bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`).padStart(11);

const row = (size: Size): string =>
  [
    size.what.padEnd(36),
    told(size.rawBytes),
    told(size.gzipBytes),
    told(size.brotliBytes),
    told(size.barBytes),
    isOver(size) ? '  over' : '  ok',
  ].join('');

const sizes = await measure(await freshBuild());
console.log(`${''.padEnd(36)}${['raw', 'gzip', 'brotli', 'bar (gzip)'].map((head) => head.padStart(11)).join('')}`);
for (const size of sizes) console.log(row(size));
process.exitCode = sizes.some(isOver) ? 1 : 0;
