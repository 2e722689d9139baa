import { ConvertError } from './errors.ts';

/** Dimensions, outermost first. Four-dimensional activations are NHWC in TensorFlow and NCHW in ONNX. */
export type Shape = readonly number[];

/** Number of elements of a shape; 1 for a scalar. `count([2, 3])` is 6. */
export function count(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The one dimension at `axis`; a shape of a rank that was not expected is an error, not `undefined`. */
export function dim(shape: Shape, axis: number): number {
  const size = shape[axis];
  if (size === undefined) throw new ConvertError(`shape [${shape}] has no axis ${axis}`);
  return size;
}

/** The four dimensions of a shape, in the order they are stored. */
export function dims4(shape: Shape): [number, number, number, number] {
  if (shape.length !== 4) throw new ConvertError(`expected 4 dimensions, got [${shape}]`);
  return [dim(shape, 0), dim(shape, 1), dim(shape, 2), dim(shape, 3)];
}
