import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { NAMED_KINDS } from '../../app/domain/memory/cue-choices';
import type { CueBooks } from '../../app/recall/cues/cue-book';
import { CUE_BOOK as ENGLISH_CUES } from '../../app/recall/cues/words/en';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../app/words/languages';
import { parsePlural } from '../../app/words/plural';
import { SAMPLE_BOOK as ENGLISH_SAMPLE } from '../../app/words/sample/books/en';
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

test('each language has the words of the cues and of the sample journal, for as much as English has', async () => {
  for (const language of [SOURCE_LANGUAGE, ...foreign]) {
    const { CUE_BOOK, NAMED_BOOK }: CueBooks = await import(`../../app/recall/cues/words/${language}.ts`);
    for (const kind of NAMED_KINDS) {
      const [question, invitation] = NAMED_BOOK[kind]('Ana & 1999');
      assert.equal(question.split('Ana & 1999').length, 2, `${language} ${kind}`);
      assert.ok(invitation.length > 0, `${language} ${kind}`);
    }
    assert.deepEqual(Object.keys(CUE_BOOK).sort(), Object.keys(ENGLISH_CUES).sort(), language);
    const { SAMPLE_BOOK } = await import(`../../app/words/sample/books/${language}.ts`);
    assert.deepEqual(shapeOf(SAMPLE_BOOK), shapeOf(ENGLISH_SAMPLE), language);
  }
});

/** Which lists there are, and how long each is. */
const shapeOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
      : null;

test('a catalogue that is begun, or that does not fit the code, says what is wrong', async () => {
  const count = await extract(['nl'], folder);
  const file = join(folder, 'nl.xlf');
  assert.ok(existsSync(file));
  assert.equal(faultsOf('nl', folder).length, count, 'nothing is translated yet');
  const begun = await readFile(file, 'utf8');
  const target = (source: RegExp, text: string) => begun.replace(source, `$&\n  <target>${text}</target>`);
  await writeFile(file, target(/<source>History<\/source>/, 'Geschiedenis'));
  assert.equal(faultsOf('nl', folder).length, count - 1);
  await writeFile(file, target(/<source><x id="0"[^>]*\/> of <x id="1"[^>]*\/><\/source>/, 'zonder getallen'));
  assert.ok(
    faultsOf('nl', folder).some((fault) => /placeholder/i.test(fault)),
    'placeholders are missing',
  );
  await writeFile(file, target(/<source>History<\/source>/, '{n, plural, one {een}}'));
  assert.ok(faultsOf('nl', folder).includes('not a plural: {n, plural, one {een}}'));
});
