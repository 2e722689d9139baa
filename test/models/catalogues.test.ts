import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../app/words/languages';
import { parsePlural } from '../../app/words/plural';
import { isPlural } from '../../models/tools/words/accent';
import { extract, faultsOf, localizer, messagesOf, textOf, translated } from '../../models/tools/words/catalogues';
import { LOCALES, SOURCE_CATALOGUE } from '../../models/tools/words/source-catalogue';

const folder = await mkdtemp(join(tmpdir(), 'catalogues-'));
const foreign = Object.keys(LANGUAGES).filter((language) => language !== SOURCE_LANGUAGE);

test('the source catalogue holds every message of the code: if not, run npm run localize:extract', async () => {
  const count = await extract([], folder);
  assert.ok(count > 500, `${count} messages`);
  assert.equal(
    await readFile(join(folder, SOURCE_CATALOGUE), 'utf8'),
    readFileSync(join(LOCALES, SOURCE_CATALOGUE), 'utf8'),
  );
});

test('every message that counts is one translators can read', () => {
  const plurals = messagesOf(localizer([])).map(textOf).filter(isPlural);
  assert.ok(plurals.length > 20);
  for (const message of plurals) parsePlural(message);
});

test('each language has its catalogue, whole and built: if not, run npm run localize:build', async () => {
  assert.deepEqual(translated(), foreign.sort());
  for (const language of foreign) {
    assert.deepEqual(faultsOf(language), [], language);
    await copyFile(join(LOCALES, `${language}.xlf`), join(folder, `${language}.xlf`));
    await localizer([language], folder).build();
    assert.equal(
      await readFile(join(folder, `${language}.ts`), 'utf8'),
      readFileSync(join(LOCALES, `${language}.ts`), 'utf8'),
    );
  }
});

test('a catalogue that is begun, or that does not fit the code, says what is wrong', async () => {
  const count = await extract(['de'], folder);
  const file = join(folder, 'de.xlf');
  assert.ok(existsSync(file));
  assert.equal(faultsOf('de', folder).length, count, 'nothing is translated yet');
  const begun = await readFile(file, 'utf8');
  const target = (source: RegExp, text: string) => begun.replace(source, `$&\n  <target>${text}</target>`);
  await writeFile(file, target(/<source>History<\/source>/, 'Verlauf'));
  assert.equal(faultsOf('de', folder).length, count - 1);
  await writeFile(file, target(/<source><x id="0"[^>]*\/> of <x id="1"[^>]*\/><\/source>/, 'ohne Zahlen'));
  assert.ok(
    faultsOf('de', folder).some((fault) => /placeholder/i.test(fault)),
    'placeholders are missing',
  );
  await writeFile(file, target(/<source>History<\/source>/, '{n, plural, one {eins}}'));
  assert.ok(faultsOf('de', folder).includes('not a plural: {n, plural, one {eins}}'));
});
