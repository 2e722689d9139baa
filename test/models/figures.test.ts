import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODELS as ENTRIES } from '../../app/vision/runtime/models';
import { MODELS as FOLDER } from '../../models/convert/paths.ts';
import { BASELINE } from '../../models/evaluate/baseline';

/** models/expression/figures.json, as `models/train/install.ts` writes it: PyTorch's figures on FER+ `valid`, aligned. */
interface Kept {
  /** SHA-256 of the model they are of. */
  readonly model: string;
  readonly valid: Readonly<Record<'n' | 'accuracy' | 'unweightedRecall' | 'macroF1' | 'ece', number>>;
  readonly valence: { readonly n: number; readonly r: number };
}

const file = join(FOLDER, 'expression', 'figures.json');
const kept: Kept | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
const card = readFileSync(join(FOLDER, 'expression', 'CARD.md'), 'utf8');
const spec = ENTRIES.expression as typeof ENTRIES.expression & { readonly bytes: number };
const converted = spec.sha256 === BASELINE.sha256 && 'the shipped expression model is the converted one';
const percent = (share: number): string => (100 * share).toFixed(1);

test('the figures are of the model that ships, on all of valid', { skip: converted }, () => {
  assert.ok(kept, `${file} is missing`);
  assert.equal(kept.model, spec.sha256);
  assert.equal(kept.valid.n, 3199);
  assert.equal(kept.valence.n, 464);
});

test('they reach what the model must', { skip: converted }, () => {
  const { valid, valence } = kept!;
  assert.ok(valid.accuracy >= 0.88, `accuracy ${valid.accuracy}`);
  assert.ok(valid.unweightedRecall >= 0.72, `unweighted recall ${valid.unweightedRecall}`);
  assert.ok(valid.macroF1 >= 0.72, `macro-F1 ${valid.macroF1}`);
  assert.ok(valid.ece <= 0.03, `calibration error ${valid.ece}`);
  assert.ok(valence.r >= 0.65, `facial valence r ${valence.r}`);
});

test('the card is about that model', { skip: converted }, () => {
  const { valid, valence } = kept!;
  assert.ok(card.includes(`version ${spec.version}.`), `the card does not say version ${spec.version}`);
  assert.ok(card.includes(`${spec.bytes.toLocaleString('en')} bytes`), 'size');
  const row = card.split('\n').find((line) => line.startsWith('| `valid`, aligned'));
  assert.ok(row?.includes(`| 3,199 | ${percent(valid.accuracy)} |`), 'accuracy');
  assert.ok(row?.includes(`| ${percent(valid.unweightedRecall)} | ${valid.macroF1.toFixed(3)} |`), 'recall, macro-F1');
  assert.ok(card.includes(`r = ${valence.r.toFixed(3)}`), 'valence');
});
