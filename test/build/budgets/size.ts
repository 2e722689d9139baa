import { freshBuild } from '../../../models/tools/build';
import { readBars } from './bars';
import { measured, told } from './figures';
import { walkJourneys } from './journeys';

/** `npm run size`: what each journey of docs/budgets.md fetches, against its bar; `-- --files` names what was fetched. */
const journeys = await walkJourneys(await freshBuild());
for (const bar of readBars()) {
  const { journey, counted, most } = bar;
  const amount = measured(journeys, bar);
  const verdict = amount === null ? 'not walked' : amount <= most ? 'ok' : 'over';
  if (verdict !== 'ok') process.exitCode = 1;
  const figures = [amount === null ? '' : told(counted, amount), told(counted, most)].map((cell) => cell.padStart(9));
  console.log([journey.padEnd(24), counted.padEnd(13), ...figures, ` ${verdict}`].join(' '));
}
if (process.argv.includes('--files'))
  for (const [journey, sent] of journeys) {
    console.log(`\n${journey}`);
    for (const { path, bytes } of sent) console.log(`${String(bytes).padStart(9)} ${path}`);
  }
