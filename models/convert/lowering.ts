import { ConvertError } from './errors.ts';
import { addNode, type OnnxGraph, shapeOf } from './onnx-graph.ts';
import type { Shape } from './shape.ts';
import type { TfModel, TfNode, TfWeight } from './tfjs-model.ts';

/**
 * A TensorFlow value in the ONNX graph. `image` values were NHWC and are NCHW here; `plain` values (after a reshape or a
 * reduction) keep the axes they had.
 */
export interface Value {
  name: string;
  layout: 'image' | 'plain';
}

/** What the lowering of one operator sees: the graph being built, and its own inputs, lowered or constant. */
export interface Lowering {
  graph: OnnxGraph;
  /** The lowered input number `index` of `node`. */
  value(node: TfNode, index: number): Value;
  /** The constant input number `index` of `node`. */
  weight(node: TfNode, index: number): TfWeight;
}

export type LowerOp = (node: TfNode, lowering: Lowering) => Value;

/** Float data of a constant input; integers where floats belong would be a broken model. */
export function floatWeight(node: TfNode, index: number, lowering: Lowering): TfWeight & { data: Float32Array } {
  const { shape, data } = lowering.weight(node, index);
  if (!(data instanceof Float32Array))
    throw new ConvertError(`${node.op} ${node.name}: input ${index} holds no floats`);
  return { shape, data };
}

/** An element-wise step: same shape, same layout. */
export function sameShape(lowering: Lowering, op: string, value: Value, others: string[] = []): Value {
  const shape: Shape = shapeOf(lowering.graph, value.name);
  return { name: addNode(lowering.graph, op, [value.name, ...others], shape), layout: value.layout };
}

/** TensorFlow writes an input as `name`, `name:0` or `^name` (control); only the first output ever carries data here. */
export function inputName(node: TfNode, index: number): string {
  const name = node.input?.[index];
  if (name === undefined) throw new ConvertError(`${node.op} ${node.name}: no input ${index}`);
  return name.replace(/:0$/, '');
}

export function constantOf(model: TfModel, name: string): TfWeight {
  const weight = model.weights.get(name);
  if (!weight) throw new ConvertError(`${name}: expected a constant`);
  return weight;
}
