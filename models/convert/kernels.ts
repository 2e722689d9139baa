import { count, dims4, type Shape } from './shape.ts';
import type { TfWeight } from './tfjs-model.ts';

/** A float tensor with its shape. */
export interface Floats {
  shape: Shape;
  data: Float32Array;
}

/**
 * Dense kernel from TensorFlow's HWIO [height, width, in, out] to ONNX's OIHW [out, in, height, width].
 * The values are moved, never changed.
 */
export function hwioToOihw(kernel: TfWeight): Floats {
  const [height, width, inputs, outputs] = dims4(kernel.shape);
  const data = new Float32Array(count(kernel.shape));
  let from = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let i = 0; i < inputs; i++)
        for (let o = 0; o < outputs; o++) data[((o * inputs + i) * height + y) * width + x] = kernel.data[from++] ?? 0;
  return { shape: [outputs, inputs, height, width], data };
}

/**
 * Depthwise kernel from TensorFlow's HWIM [height, width, in, multiplier] to the grouped form of ONNX
 * [in * multiplier, 1, height, width]: output channel c * multiplier + m reads input channel c in both.
 */
export function hwimToGrouped(kernel: TfWeight): Floats {
  const [height, width, inputs, multiplier] = dims4(kernel.shape);
  const asDense = hwioToOihw({ shape: [height, width, 1, inputs * multiplier], data: kernel.data });
  return { shape: [inputs * multiplier, 1, height, width], data: asDense.data };
}
