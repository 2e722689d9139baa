import { ConvertError } from '../errors.ts';
import { type LowerOp, sameShape } from '../lowering.ts';
import { addNode, shapeOf } from '../onnx-graph.ts';
import { dim } from '../shape.ts';

/** Add of two values of one shape: a residual. */
export const lowerAdd: LowerOp = (node, lowering) => {
  const [left, right] = [lowering.value(node, 0), lowering.value(node, 1)];
  if (String(shapeOf(lowering.graph, left.name)) !== String(shapeOf(lowering.graph, right.name)))
    throw new ConvertError(`${node.op} ${node.name}: shapes differ`);
  return sameShape(lowering, 'Add', left, [right.name]);
};

/** ConcatV2: the axis is its last input; the channels of an image moved from axis 3 to axis 1. */
export const lowerConcat: LowerOp = (node, lowering) => {
  const parts = (node.input ?? []).length - 1;
  const values = Array.from({ length: parts }, (_, index) => lowering.value(node, index));
  const layout = values[0]?.layout;
  if (layout === undefined || values.some((value) => value.layout !== layout))
    throw new ConvertError(`ConcatV2 ${node.name}: parts of different layouts`);
  const shapes = values.map((value) => shapeOf(lowering.graph, value.name));
  const rank = (shapes[0] ?? []).length;
  const given = lowering.weight(node, parts).data[0] ?? 0;
  const tfAxis = given < 0 ? given + rank : given;
  const axis = layout === 'image' ? dim([0, 2, 3, 1], tfAxis) : tfAxis;
  const shape = (shapes[0] ?? []).map((size, i) =>
    i === axis ? shapes.reduce((sum, s) => sum + dim(s, axis), 0) : size,
  );
  return {
    name: addNode(
      lowering.graph,
      'Concat',
      values.map((value) => value.name),
      shape,
      { axis },
    ),
    layout,
  };
};

/** Identity: no node at all. */
export const lowerIdentity: LowerOp = (node, lowering) => lowering.value(node, 0);
