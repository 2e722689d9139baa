import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TRACE_COLUMNS, type TraceColumn } from '../../app/domain/face/trace-columns';
import { FORMATS } from '../../app/portability/read/formats/formats';
import { SCALES } from '../../app/portability/read/scales';
import { JOURNAL_FORMAT, JOURNAL_FORMAT_VERSION } from '../../app/portability/write/journal-json';

/** docs/formats.md against the code that writes and reads the files. */
const formats = readFileSync('docs/formats.md', 'utf8');

test('the head of the whole journal is as it is written', () => {
  assert.ok(formats.includes(`{"format":"${JOURNAL_FORMAT}","version":${JOURNAL_FORMAT_VERSION},"appVersion":`));
});

test('every column of a trace is told, with its type, its numbers and its unit', () => {
  const rows = Object.entries<TraceColumn>(TRACE_COLUMNS).map(([name, { type, numbers, unit }]) => {
    const names = numbers.map((number) => `\`${number.name}\``).join(', ');
    return `| \`${name}\` | ${type} | ${names} | ${unit} |`;
  });
  const [, table = ''] = /\| column \| type \|.*\n\|[-|]+\|\n([\s\S]*?)\n\n/.exec(formats) ?? [];
  assert.deepEqual(table.split('\n'), rows);
});

test('the scales a table may have are those that are offered', () => {
  assert.ok(formats.includes(`the scale that is chosen: ${SCALES.map((ends) => ends.join(' to ')).join(', ')} |`));
});

test('every file of another app that is read is told, with its fields', () => {
  for (const { name, fields } of FORMATS) assert.ok(formats.includes(`\n| ${name()} | ${fields} |\n`), name());
});
