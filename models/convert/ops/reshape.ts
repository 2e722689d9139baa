import { ConvertError } from '../errors.ts';
import type { LowerOp, Value } from '../lowering.ts';
import { addInts, addNode, type OnnxGraph, shapeOf } from '../onnx-graph.ts';
import { count, dim, dims4, type Shape } from '../shape.ts';

/** Reshape: the target is the second input; one -1 is filled in, because every dimension is fixed here. */
export const lowerReshape: LowerOp = (node, lowering) => {
  const value = lowering.value(node, 0);
  const total = count(shapeOf(lowering.graph, value.name));
  const target = [...lowering.weight(node, 1).data];
  const known = target.filter((size) => size !== -1);
  return reshape(
    lowering.graph,
    value,
    target.map((size) => (size === -1 ? total / count(known) : size)),
  );
};

/**
 * Reshapes a value so that the numbers come out in the order TensorFlow flattens them, channels last.
 * An image with one cell or one channel already lies in that order; any other is transposed first.
 */
export function reshape(graph: OnnxGraph, value: Value, shape: Shape): Value {
  const from = shapeOf(graph, value.name);
  if (count(from) !== count(shape)) throw new ConvertError(`cannot reshape [${from}] to [${shape}]`);
  const source = value.layout === 'image' ? channelsLast(graph, value.name) : skipReshape(graph, value.name);
  if (String(shapeOf(graph, source)) === String(shape)) return { name: source, layout: 'plain' };
  return { name: addNode(graph, 'Reshape', [source, addInts(graph, 'shape', [...shape])], shape), layout: 'plain' };
}

function channelsLast(graph: OnnxGraph, name: string): string {
  const [batch, channels, height, width] = dims4(shapeOf(graph, name));
  if (height * width === 1 || channels === 1) return name;
  return addNode(graph, 'Transpose', [name], [batch, height, width, channels], { perm: [0, 2, 3, 1] });
}

/** A reshape of a reshape depends only on what came before both. */
function skipReshape(graph: OnnxGraph, name: string): string {
  const producer = graph.nodes.find((node) => node.output === name);
  return producer?.op === 'Reshape' ? (producer.inputs[0] ?? name) : name;
}

/** Joins plain values along axis 1, in the order given. */
export function concatRows(graph: OnnxGraph, values: Value[]): Value {
  const [first, ...rest] = values;
  if (!first) throw new ConvertError('nothing to join');
  if (rest.length === 0) return first;
  const shapes = values.map((value) => shapeOf(graph, value.name));
  const rows = shapes.reduce((sum, shape) => sum + dim(shape, 1), 0);
  const shape = shapeOf(graph, first.name).map((size, axis) => (axis === 1 ? rows : size));
  return {
    name: addNode(
      graph,
      'Concat',
      values.map((value) => value.name),
      shape,
      { axis: 1 },
    ),
    layout: 'plain',
  };
}
