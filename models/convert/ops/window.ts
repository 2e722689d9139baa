import { ConvertError } from '../errors.ts';
import { type AxisPadding, samePadding, windowCount } from '../same-padding.ts';
import { requirePlainWindow, spatialAttribute, stringAttribute } from '../tf-attributes.ts';
import type { TfNode } from '../tfjs-model.ts';

/** A sliding window resolved to numbers: ONNX attributes and the size of what comes out. */
export interface Window {
  attributes: { kernel_shape: number[]; strides: number[]; pads: number[] };
  height: number;
  width: number;
}

const NONE: AxisPadding = { before: 0, after: 0 };

/** Resolves padding and strides of a convolution or pooling node for an input of this height and width, in cells. */
export function resolveWindow(node: TfNode, input: [number, number], kernel: [number, number]): Window {
  requirePlainWindow(node);
  const strides = spatialAttribute(node, 'strides');
  const padding = stringAttribute(node, 'padding');
  if (padding !== 'SAME' && padding !== 'VALID') throw new ConvertError(`${node.op} ${node.name}: padding ${padding}`);
  const along = (axis: 0 | 1) => (padding === 'SAME' ? samePadding(input[axis], kernel[axis], strides[axis]) : NONE);
  const [vertical, horizontal] = [along(0), along(1)];
  return {
    attributes: {
      kernel_shape: kernel,
      strides,
      // Explicit and not `auto_pad`, so that the numbers can be read and tested here.
      pads: [vertical.before, horizontal.before, vertical.after, horizontal.after],
    },
    height: windowCount(input[0], kernel[0], strides[0], vertical),
    width: windowCount(input[1], kernel[1], strides[1], horizontal),
  };
}
