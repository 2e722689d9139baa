import { ConvertError } from '../errors.ts';
import { type Floats, hwimToGrouped, hwioToOihw } from '../kernels.ts';
import { floatWeight, type Lowering, type LowerOp, type Value } from '../lowering.ts';
import { addFloats, addNode, shapeOf } from '../onnx-graph.ts';
import { dim, dims4 } from '../shape.ts';
import { stringsAttribute } from '../tf-attributes.ts';
import type { TfNode } from '../tfjs-model.ts';
import { fusedActivation } from './activation.ts';
import { resolveWindow } from './window.ts';

/** Conv2D and _FusedConv2D: kernel HWIO, then optionally a bias and an activation. */
export const lowerConv2D: LowerOp = (node, lowering) =>
  convolve(node, lowering, hwioToOihw(floatWeight(node, 1, lowering)), 1);

/** DepthwiseConv2dNative and FusedDepthwiseConv2dNative: kernel HWIM, one group per input channel. */
export const lowerDepthwiseConv2D: LowerOp = (node, lowering) => {
  const kernel = floatWeight(node, 1, lowering);
  return convolve(node, lowering, hwimToGrouped(kernel), dim(kernel.shape, 2));
};

function convolve(node: TfNode, lowering: Lowering, kernel: Floats, group: number): Value {
  const { graph } = lowering;
  const image = lowering.value(node, 0);
  const [batch, channels, height, width] = dims4(shapeOf(graph, image.name));
  const [outputs, inputsPerGroup, kernelHeight, kernelWidth] = dims4(kernel.shape);
  if (inputsPerGroup * group !== channels)
    throw new ConvertError(`${node.op} ${node.name}: kernel does not fit its input`);
  const window = resolveWindow(node, [height, width], [kernelHeight, kernelWidth]);
  const fused = stringsAttribute(node, 'fused_ops');
  const inputs = [image.name, addFloats(graph, 'kernel', kernel.shape, kernel.data)];
  if (fused.length > 0) inputs.push(bias(node, lowering, fused));
  const shape = [batch, outputs, window.height, window.width];
  const name = addNode(graph, 'Conv', inputs, shape, { ...window.attributes, group });
  return fusedActivation(lowering, fused[1], { name, layout: 'image' }, () => floatWeight(node, 3, lowering));
}

/** TensorFlow fuses BiasAdd first and then at most one activation; another order would mean another formula. */
function bias(node: TfNode, lowering: Lowering, fused: string[]): string {
  if (fused[0] !== 'BiasAdd' || fused.length > 2)
    throw new ConvertError(`${node.op} ${node.name}: fused ${fused.join('+')}`);
  const { shape, data } = floatWeight(node, 2, lowering);
  return addFloats(lowering.graph, 'bias', shape, data);
}
