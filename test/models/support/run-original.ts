import { readFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { originalPaths } from '../../../models/convert/originals.ts';
import type { Recipe } from '../../../models/convert/recipes.ts';

tf.enableProdMode();

/** Runs the original in TensorFlow.js on an NCHW input; each output is its parts one after another, by output name. */
export async function runOriginal(recipe: Recipe, input: Float32Array): Promise<Map<string, Float32Array>> {
  const model = await loadGraphModel(tf.io.fromMemory(artifacts(recipe)));
  const results = tf.tidy(() => {
    const nchw = tf.tensor4d(input, [...recipe.input.shape] as [number, number, number, number]);
    const nodes = recipe.graph.outputs.flatMap(({ from }) => from);
    const outputs = model.execute(tf.transpose(nchw, [0, 2, 3, 1]), nodes);
    return (Array.isArray(outputs) ? outputs : [outputs]).map((output) => Float32Array.from(output.dataSync()));
  });
  model.dispose();
  let next = 0;
  return new Map(recipe.graph.outputs.map(({ name, from }) => [name, joined(from.map(() => results[next++]!))]));
}

function artifacts(recipe: Recipe): tf.io.ModelArtifacts {
  const { json, bin } = originalPaths(recipe.original);
  const { modelTopology, weightsManifest, signature } = JSON.parse(readFileSync(json, 'utf8'));
  const weightSpecs = weightsManifest.flatMap((group: { weights: tf.io.WeightsManifestEntry[] }) => group.weights);
  return { modelTopology, weightSpecs, weightData: new Uint8Array(readFileSync(bin)).buffer, signature };
}

function joined(parts: Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}
