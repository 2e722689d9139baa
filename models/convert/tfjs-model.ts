import { ConvertError } from './errors.ts';
import { fromFloat16Bits } from './float16.ts';
import { readBytes } from './read-bytes.ts';
import { count, type Shape } from './shape.ts';

/** One attribute as the JSON of a TensorFlow.js graph model writes it; strings are base64, integers may be strings. */
export interface TfAttribute {
  s?: string;
  i?: string | number;
  b?: boolean;
  shape?: { dim?: { size: string | number }[] };
  list?: { s?: string[]; i?: (string | number)[] };
}

export interface TfNode {
  name: string;
  op: string;
  input?: string[];
  attr?: Record<string, TfAttribute>;
}

/** A weight, widened to float32 (or int32 where the graph uses it as a shape or as paddings). */
export interface TfWeight {
  shape: Shape;
  data: Float32Array | Int32Array;
}

export interface TfModel {
  nodes: Map<string, TfNode>;
  weights: Map<string, TfWeight>;
}

interface WeightEntry {
  name: string;
  shape: number[];
  dtype: string;
  quantization?: { dtype: string };
}

/**
 * Reads a TensorFlow.js graph model: topology and weights manifest from `jsonPath`, weights from `binPath`.
 * Format: https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts (ModelJSON, WeightsManifestConfig).
 *
 * @throws {ConvertError} when a file is missing, is no graph model, or holds fewer bytes than its manifest says.
 */
export function readTfModel(jsonPath: string, binPath: string): TfModel {
  const json = JSON.parse(readBytes(jsonPath).toString('utf8'));
  if (json.format !== 'graph-model') throw new ConvertError(`${jsonPath}: not a TensorFlow.js graph model`);
  const nodes: TfNode[] = json.modelTopology.node;
  const entries: WeightEntry[] = json.weightsManifest.flatMap((group: { weights: WeightEntry[] }) => group.weights);
  return {
    nodes: new Map(nodes.map((node) => [node.name, node])),
    weights: readWeights(entries, readBytes(binPath), binPath),
  };
}

/** Weights lie one after another, little-endian, in the order of the manifest. */
function readWeights(entries: WeightEntry[], bytes: Buffer, path: string): Map<string, TfWeight> {
  const weights = new Map<string, TfWeight>();
  let offset = 0;
  for (const entry of entries) {
    const length = count(entry.shape);
    const size = length * bytesPerValue(entry);
    if (offset + size > bytes.length) throw new ConvertError(`${path}: ends before weight ${entry.name}`);
    weights.set(entry.name, { shape: entry.shape, data: readValues(entry, bytes, offset, length) });
    offset += size;
  }
  if (offset !== bytes.length) throw new ConvertError(`${path}: ${bytes.length - offset} bytes beyond the last weight`);
  return weights;
}

function storedType(entry: WeightEntry): string {
  return entry.quantization?.dtype ?? entry.dtype;
}

function bytesPerValue(entry: WeightEntry): number {
  return storedType(entry) === 'float16' ? 2 : 4;
}

function readValues(entry: WeightEntry, bytes: Buffer, offset: number, length: number): TfWeight['data'] {
  switch (storedType(entry)) {
    case 'float32':
      return Float32Array.from({ length }, (_, i) => bytes.readFloatLE(offset + 4 * i));
    case 'float16':
      return Float32Array.from({ length }, (_, i) => fromFloat16Bits(bytes.readUInt16LE(offset + 2 * i)));
    case 'int32':
      return Int32Array.from({ length }, (_, i) => bytes.readInt32LE(offset + 4 * i));
    default:
      throw new ConvertError(`weight ${entry.name}: unsupported type ${storedType(entry)}`);
  }
}
