import { freshBuild } from '../../../models/tools/build';
import { readBars } from './bars';
import { COUNTED, measured, told } from './figures';
import { walkJourneys } from './journeys';

/** `npm run size`: what each journey of docs/budgets.md fetches, against its bar; `-- --files` names what was fetched. */
const journeys = await walkJourneys(await freshBuild());
const bars = readBars();

function print(journey: string, counted: string, amount: string, bar: string, verdict: string): void {
  console.log([journey.padEnd(24), counted.padEnd(13), amount.padStart(9), bar.padStart(9), ` ${verdict}`].join(' '));
  if (verdict !== 'ok') process.exitCode = 1;
}

for (const bar of bars) {
  const { journey, counted, most } = bar;
  const amount = measured(journeys, bar);
  const verdict = amount === null ? 'not walked' : amount <= most ? 'ok' : 'over';
  print(journey, counted, amount === null ? '' : told(counted, amount), told(counted, most), verdict);
}
for (const [journey, sent] of journeys)
  if (bars.every((bar) => bar.journey !== journey))
    print(journey, 'everything', told('everything', COUNTED.everything!(sent)), '', 'has no bar');

if (process.argv.includes('--files'))
  for (const [journey, sent] of journeys) {
    console.log(`\n${journey}`);
    for (const { path, bytes } of sent) console.log(`${String(bytes).padStart(9)} ${path}`);
  }
