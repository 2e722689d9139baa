/**
 * Puts an exported model where the app looks for it: the file, its entry in models.json, PyTorch's answers for the parity test
 * and its figures on `valid`, which a test holds against the bars. Which card and golden sample belong to it: see README.md.
 *
 *     npx tsx models/train/install.ts MODEL.onnx
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, textOf } from '../convert/manifest.ts';
import { MODELS } from '../convert/paths.ts';

interface Exported {
  readonly manifest: { readonly file: string; readonly sha256: string; readonly bytes: number };
  readonly figures: {
    readonly validAligned: Readonly<Record<(typeof KEPT)[number], number>>;
    readonly valence: { readonly n: number; readonly r: number };
  };
}

const KEPT = ['n', 'accuracy', 'unweightedRecall', 'macroF1', 'ece'] as const;

function main(): void {
  const [model] = process.argv.slice(2);
  if (!model?.endsWith('.onnx')) throw new Error('usage: install.ts MODEL.onnx');
  const beside = (ending: string): string => model.replace(/\.onnx$/, ending);
  const { manifest, figures }: Exported = JSON.parse(readFileSync(beside('.json'), 'utf8'));
  const bytes = readFileSync(model);
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.sha256)
    throw new Error(`${model} is not the file that ${beside('.json')} describes; export it again`);
  writeFileSync(join(MODELS, manifest.file), bytes);
  copyFileSync(beside('.golden.json'), join(MODELS, 'expression', 'golden.json'));
  const valid = Object.fromEntries(KEPT.map((key) => [key, figures.validAligned[key]]));
  const kept = { model: manifest.sha256, valid, valence: { n: figures.valence.n, r: figures.valence.r } };
  writeFileSync(join(MODELS, 'expression', 'figures.json'), textOf(kept));
  const present = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  writeFileSync(MANIFEST, textOf({ ...present, models: { ...present.models, expression: manifest } }));
  console.log(`${manifest.file}: ${manifest.bytes} bytes, ${manifest.sha256}`);
}

main();
