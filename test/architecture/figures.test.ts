import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What `models/train/install.ts` wrote of the model that ships. */
interface Figures {
  readonly valid: {
    readonly n: number;
    readonly accuracy: number;
    readonly unweightedRecall: number;
    readonly macroF1: number;
    readonly ece: number;
  };
  readonly valence: { readonly n: number; readonly r: number };
}

const { valid, valence } = JSON.parse(readFileSync('models/expression/figures.json', 'utf8')) as Figures;
const { models } = JSON.parse(readFileSync('models/models.json', 'utf8')) as {
  models: { expression: { version: string } };
};
const measured = readFileSync('docs/measured.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

test('docs/measured.md has the figures of the expression model that ships', () => {
  const [, section = ''] = /## Accuracy of the face reader\n([\s\S]*?)\n## /.exec(measured) ?? [];
  for (const figure of [
    `expression model ${models.expression.version}`,
    `${valid.n.toLocaleString('en-US')} faces`,
    `${percent(valid.accuracy)} (95 % interval`,
    `${percent(valid.unweightedRecall)}, ${valid.macroF1.toFixed(3)}, ${valid.ece.toFixed(3)}`,
    `ratings of ${valence.n} of them`,
    `r = ${valence.r.toFixed(3)} `,
  ])
    assert.ok(section.includes(figure), figure);
});

test('each figure of the README stands in docs/measured.md', () => {
  const [, table = ''] = /## How well\n([\s\S]*?)\n\n/.exec(readme) ?? [];
  const rows = table.split('\n').slice(2);
  assert.equal(rows.length, 5);
  for (const row of rows) {
    const [, , cell = ''] = row.split('|');
    for (const figure of cell.match(/\d[\d.,]*/g) ?? []) assert.ok(measured.includes(figure), row);
  }
});
