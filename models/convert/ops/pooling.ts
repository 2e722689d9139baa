import { ConvertError } from '../errors.ts';
import type { LowerOp } from '../lowering.ts';
import { addNode, shapeOf } from '../onnx-graph.ts';
import { dims4 } from '../shape.ts';
import { spatialAttribute } from '../tf-attributes.ts';
import { resolveWindow } from './window.ts';

/** MaxPool; cells of SAME padding never win in either runtime, so plain pads are right. */
export const lowerMaxPool: LowerOp = (node, lowering) => {
  const image = lowering.value(node, 0);
  const [batch, channels, height, width] = dims4(shapeOf(lowering.graph, image.name));
  const window = resolveWindow(node, [height, width], spatialAttribute(node, 'ksize'));
  const shape = [batch, channels, window.height, window.width];
  return { name: addNode(lowering.graph, 'MaxPool', [image.name], shape, window.attributes), layout: 'image' };
};

/** Mean over height and width, which is a global average pool; the [N, C] that TensorFlow has is a reshape away. */
export const lowerMean: LowerOp = (node, lowering) => {
  const image = lowering.value(node, 0);
  const axes = [...lowering.weight(node, 1).data].sort();
  if (image.layout !== 'image' || axes.join() !== '1,2')
    throw new ConvertError(`Mean ${node.name}: not over height and width`);
  const [batch, channels] = dims4(shapeOf(lowering.graph, image.name));
  const name = addNode(lowering.graph, 'GlobalAveragePool', [image.name], [batch, channels, 1, 1]);
  if (node.attr?.keep_dims?.b) return { name, layout: 'image' };
  const flat = addNode(lowering.graph, 'Flatten', [name], [batch, channels], { axis: 1 });
  return { name: flat, layout: 'plain' };
};
