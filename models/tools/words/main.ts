import { extract, localizer, messagesOf, translated } from './catalogues';

/**
 * `npm run localize:extract [-- LANGUAGE]` brings the catalogues in line with the code; LANGUAGE, such as `de`, begins a new one.
 * `npm run localize:build` makes of each catalogue the module that the app loads.
 */
const [command, ...begun] = process.argv.slice(2);
const languages = [...new Set([...translated(), ...begun])];
if (command === 'extract') {
  const count = await extract(languages);
  console.log(`${count} messages, in English and ${languages.join(', ') || 'no other language'}`);
} else if (command === 'build') {
  const tools = localizer(languages);
  messagesOf(tools);
  await tools.build();
  console.log(languages.length > 0 ? `built: ${languages.join(', ')}` : 'There is no catalogue to build.');
} else {
  console.error('localize: extract [LANGUAGE ...] or build');
  process.exitCode = 2;
}
