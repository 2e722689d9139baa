import { ConvertError } from '../errors.ts';
import type { LowerOp } from '../lowering.ts';
import { addInts, addNode, shapeOf } from '../onnx-graph.ts';
import { dim } from '../shape.ts';

/** NHWC axes in the order NCHW wants them. */
const NHWC_OF_NCHW = [0, 3, 1, 2];

/**
 * Pad with zeros. TensorFlow lists [before, after] per axis; ONNX lists all befores, then all afters.
 * Here it widens the channels of a residual; spatial ones are merged into the next convolution by `mergePads`.
 */
export const lowerPad: LowerOp = (node, lowering) => {
  const image = lowering.value(node, 0);
  const paddings = lowering.weight(node, 1);
  if (image.layout !== 'image' || paddings.data.length !== 8)
    throw new ConvertError(`Pad ${node.name}: not of an image`);
  if (node.op === 'PadV2' && lowering.weight(node, 2).data[0] !== 0)
    throw new ConvertError(`PadV2 ${node.name}: not with zeros`);
  const before = NHWC_OF_NCHW.map((axis) => paddings.data[2 * axis] ?? 0);
  const after = NHWC_OF_NCHW.map((axis) => paddings.data[2 * axis + 1] ?? 0);
  const shape = shapeOf(lowering.graph, image.name).map((size, axis) => size + dim(before, axis) + dim(after, axis));
  const pads = addInts(lowering.graph, 'pads', [...before, ...after]);
  return { name: addNode(lowering.graph, 'Pad', [image.name, pads], shape), layout: 'image' };
};
