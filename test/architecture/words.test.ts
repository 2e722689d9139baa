import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { importsOf } from './imports';
import { callsMsg, isNode, type Node } from './nodes';

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('app', file));

const inWords = (file: string): boolean => file.startsWith('app/words/');

/** These ask `Intl` for something other than words. */
const NO_LANGUAGE: Readonly<Record<string, string>> = {
  'app/base/clock.ts': 'the zone the phone is in',
  'app/base/fold.ts': 'where words end in a script without spaces',
  'app/domain/moment/moment.ts': 'the offset of a zone',
  'app/shell/dates.worker.ts': 'makes the process ready for dates, whatever the locale',
};

/** The file without comments. */
const code = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

// See: [Note: The one locale]
test('dates, numbers and lists are written by app/words alone', () => {
  const others = files.filter((file) => !inWords(file) && /\bIntl\.(?!\w*Options)|\.toLocale\w*\(/.test(code(file)));
  assert.deepEqual(others.sort(), Object.keys(NO_LANGUAGE).sort());
});

test('app/words always says which locale', () => {
  const unsaid = files.filter(
    (file) => inWords(file) && /new Intl\.\w+\((?!locale\b)|\.toLocale\w*\((?!locale\(\))/.test(code(file)),
  );
  assert.deepEqual(unsaid, []);
});

const showsWords = (file: string): boolean =>
  importsOf(file).some(({ source, typeOnly }) => !typeOnly && (source === '@lit/localize' || /\/words\//.test(source)));

test('an element that shows words draws itself again when the language changes', () => {
  const deaf = files.filter((file) => /extends LitElement\b/.test(code(file)) && showsWords(file));
  assert.deepEqual(deaf, ['app/elements/base/words-element.ts']);
});

/** Words that are taken once, when a module or an instance is made, instead of each time they are shown. */
function takenOnce(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value) || isFunction(value)) return;
    if (callsMsg(value)) found.push(`${file}: ${source.slice(value.start as number, value.end as number)}`);
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

const isFunction = ({ type }: Node): boolean => /^(Arrow)?Function/.test(type);

test('no word is taken before it is shown', () => {
  assert.deepEqual(files.flatMap(takenOnce), []);
});

test('the check itself sees what it must: modules and fields, not what runs later', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'words-')), 'sample.ts');
  writeFileSync(
    file,
    `const a = msg('a'); const b = () => msg('b'); class C { d = msg('d'); e = () => msg('e'); f() { return msg('f'); } static g = [msg('g')]; }`,
  );
  assert.deepEqual(
    takenOnce(file).map((found) => found.slice(file.length + 2)),
    ["msg('a')", "msg('d')", "msg('g')"],
  );
});
