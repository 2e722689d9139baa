import { readFileSync } from 'node:fs';
import { type Bar, COUNTED } from './figures';

/** A row of the table: `| journey | from where to where | what is counted | bar |`. */
const ROW = /^\| ([\w ,-]+) \| [^|]+ \| ([\w ]+) \| ([\d.]+)(?: (kB|MB))? \|$/;

const UNITS: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6 };

/** The bars of docs/budgets.md, in its order. Throws where a row can't be read, so that none is passed over. */
export function readBars(text = readFileSync('docs/budgets.md', 'utf8')): Bar[] {
  const [head, rule, ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
  if (!head?.startsWith('| journey |') || !rule) throw new Error('docs/budgets.md has no table of journeys');
  return rows.map((row) => {
    const [, journey, counted, amount, unit] = ROW.exec(row) ?? [];
    if (!journey || !counted || !(counted in COUNTED)) throw new Error(`docs/budgets.md: ${row}`);
    if ((counted === 'requests') !== (unit === undefined)) throw new Error(`docs/budgets.md, unit: ${row}`);
    return { journey, counted, most: Number(amount) * (unit ? UNITS[unit]! : 1) };
  });
}
