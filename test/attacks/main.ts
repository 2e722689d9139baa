import { parseArgs } from 'node:util';
import { ATTACKS } from './attacks';

/** `npm run attack [-- NAME...] [--runs N]`: does every attack, or those named, and exits with 1 if something didn't hold. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' } } });
const unknown = positionals.filter((name) => !ATTACKS.some((attack) => attack.name === name));
if (unknown.length > 0) stop(`${unknown.join(', ')}: there is ${ATTACKS.map(({ name }) => name).join(', ')}`);
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (runs !== undefined && !(Number.isInteger(runs) && runs > 0)) stop(`${values.runs}: runs are a whole number from 1`);

for (const attack of ATTACKS) {
  if (positionals.length > 0 && !positionals.includes(attack.name)) continue;
  console.log(`${attack.name}: ${attack.does}`);
  const outcome = await attack.run(runs ?? attack.runs, (line) => console.log(`  ${line}`));
  for (const line of [...outcome.broken, ...(outcome.measured ?? [])]) console.log(`  ${line}`);
  const held = outcome.broken.length === 0;
  if (outcome.runs > 0)
    console.log(`  ${outcome.runs} runs: ${held ? `held: ${attack.holds}` : `${outcome.broken.length} times BROKEN`}`);
  if (!held) process.exitCode = 1;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
