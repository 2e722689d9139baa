import { ConvertError } from '../errors.ts';
import type { Floats } from '../kernels.ts';
import { floatWeight, type Lowering, type LowerOp, sameShape, type Value } from '../lowering.ts';
import { addFloats, addNode, shapeOf } from '../onnx-graph.ts';
import { dim } from '../shape.ts';

/** Relu, Sigmoid and the like: one node, nothing to rearrange. */
export const lowerRelu: LowerOp = (node, lowering) => sameShape(lowering, 'Relu', lowering.value(node, 0));
export const lowerSigmoid: LowerOp = (node, lowering) => sameShape(lowering, 'Sigmoid', lowering.value(node, 0));

/** Softmax over the last axis, as TensorFlow has it; an image value would need another axis and none occurs. */
export const lowerSoftmax: LowerOp = (node, lowering) => {
  const value = lowering.value(node, 0);
  if (value.layout === 'image') throw new ConvertError(`Softmax ${node.name}: over an image`);
  const shape = shapeOf(lowering.graph, value.name);
  return { name: addNode(lowering.graph, 'Softmax', [value.name], shape, { axis: shape.length - 1 }), layout: 'plain' };
};

/** Prelu with one slope a channel. */
export const lowerPrelu: LowerOp = (node, lowering) =>
  prelu(lowering, lowering.value(node, 0), floatWeight(node, 1, lowering));

/**
 * One PRelu node. ONNX Runtime 1.30 has a kernel for it on wasm and on WebGPU (all nodes of every model here were placed
 * on WebGPU in a test run), and the ways to spell it out (Relu, Sub, Mul, Add; Where; Clip) were 6 to 40 % slower.
 */
export function prelu(lowering: Lowering, value: Value, slope: Floats): Value {
  const channels = dim(shapeOf(lowering.graph, value.name), 1);
  if (value.layout !== 'image' || slope.data.length !== channels)
    throw new ConvertError('Prelu: not one slope a channel');
  // [C, 1, 1] spreads over height and width of NCHW.
  const name = addFloats(lowering.graph, 'slope', [channels, 1, 1], slope.data);
  return sameShape(lowering, 'PRelu', value, [name]);
}

/** The activation TensorFlow fused behind a convolution: the last of `fused_ops`, after BiasAdd. */
export function fusedActivation(
  lowering: Lowering,
  name: string | undefined,
  value: Value,
  slope: () => Floats,
): Value {
  if (name === undefined) return value;
  if (name === 'Relu') return sameShape(lowering, 'Relu', value);
  if (name === 'Prelu') return prelu(lowering, value, slope());
  throw new ConvertError(`unsupported fused operation ${name}`);
}
