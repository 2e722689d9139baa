import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const files = ['app', 'assets'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => join(top, file)),
);

/** Comments, without those that excuse the line after them. */
const COMMENTS = /\/\*(?:(?!Physical:|\*\/)[\s\S])*\*\//g;

/** The lines that are styles: of a sheet all, of a script those between the backticks of css`…`. */
function styleLines(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const sheets = file.endsWith('.css') ? [source] : [...source.matchAll(/\bcss`[^`]*`/g)].map(([sheet]) => sheet);
  return sheets.flatMap((sheet) => sheet.replace(COMMENTS, '').split('\n'));
}

const SIDE =
  /(?<![\w-])(left|right)\s*:|-(left|right)\b|:\s*(left|right)\s*[;!]|\bto (left|right)\b|gradient\((90|270)deg/;
const FOUR_SIDES = /(?:margin|padding|inset|border-(?:width|color|style)|scroll-(?:margin|padding)):\s*([^;]+);/;

/** The values of a declaration: parted by blanks, those within brackets left together. */
const valuesOf = (text: string): string[] => text.match(/(?:\((?:\((?:\([^()]*\)|[^()])*\)|[^()])*\)|\S)+/g) ?? [];

function isPhysical(line: string): boolean {
  if (SIDE.test(line)) return true;
  const [, right, , left] = valuesOf(FOUR_SIDES.exec(line)?.[1] ?? '');
  return left !== undefined && left !== right;
}

const physicalLines = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => isPhysical(line) && !/Physical:/.test(lines[index - 1] ?? ''));

// See: [Note: Both directions]
test('styles say start and end, never left and right', () => {
  const broken = files.flatMap((file) => physicalLines(styleLines(file)).map((line) => `${file}: ${line.trim()}`));
  assert.deepEqual(broken, []);
});

test('the check itself sees what it must', () => {
  const physical = [
    'left: 0;',
    'margin-left: 4px;',
    'text-align: right;',
    'border-top-left-radius: 4px;',
    'inset: 0 auto 0 0;',
    'padding: 0 calc(var(--a) - var(--b)) 0 var(--a);',
    'background: linear-gradient(to right, red, blue);',
    'background: linear-gradient(90deg, red, blue);',
  ];
  const logical = [
    'inset-inline-start: 0;',
    'margin: 0 4px;',
    'inset: 0 calc(1px + (2px * 3)) 0 calc(1px + (2px * 3));',
    'text-align: start;',
    'background: linear-gradient(calc(90deg * var(--forward)), red, blue);',
    'transition: inset-inline-start 1s;',
  ];
  assert.deepEqual(physicalLines([...physical, ...logical]), physical);
  assert.deepEqual(physicalLines(['/* Physical: a mirror. */', 'left: 0;']), []);
});
