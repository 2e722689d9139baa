/** Zeros (or, for pooling, ignored cells) added before and after one axis. */
export interface AxisPadding {
  before: number;
  after: number;
}

/**
 * TensorFlow's "SAME" padding along one axis, in cells. The output has ceil(size / stride) cells; when the total is odd,
 * the extra cell goes at the end. So a 3-wide kernel at stride 2 on an even size pads only after: padding before instead
 * would shift the whole grid by one cell.
 *
 * Source: https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
 *
 * @example samePadding(128, 3, 2) // { before: 0, after: 1 }
 * @example samePadding(127, 3, 2) // { before: 1, after: 1 }
 */
export function samePadding(size: number, kernel: number, stride: number): AxisPadding {
  const outputs = Math.ceil(size / stride);
  const total = Math.max((outputs - 1) * stride + kernel - size, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

/** Cells of the output along one axis once the padding is known. */
export function windowCount(size: number, kernel: number, stride: number, padding: AxisPadding): number {
  return Math.floor((size + padding.before + padding.after - kernel) / stride) + 1;
}
