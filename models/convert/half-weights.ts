import { ConvertError } from './errors.ts';
import { isExactInFloat16, isFinite16 } from './float16.ts';
import type { OnnxConstant, OnnxGraph } from './onnx-graph.ts';
import { count } from './shape.ts';

/** How weights are stored in the file; they are always computed with in float32. */
export type WeightStorage = 'fp16' | 'fp32';

/** Below this many values, the Cast that widens a constant costs more bytes than halving it saves. */
const MIN_HALF_COUNT = 64;

/** Dimensions of a convolution's kernel, and of a matrix. */
const KERNEL_RANKS: ReadonlySet<number> = new Set([4, 2]);

/**
 * Names of the constants to store in binary16: all kernels and matrices, and whatever loses nothing by it. Biases and
 * slopes that would lose stay whole: they are few and their error reaches every cell of a channel.
 */
export function halfConstants(graph: OnnxGraph, storage: WeightStorage): Set<string> {
  const chosen = [...graph.constants].filter(([name, constant]) => storage === 'fp16' && gainsFromHalf(name, constant));
  return new Set(chosen.map(([name]) => name));
}

function gainsFromHalf(name: string, constant: OnnxConstant): boolean {
  if (constant.type !== 'float32' || count(constant.shape) < MIN_HALF_COUNT) return false;
  if (!isFinite16(constant.data)) throw new ConvertError(`constant ${name}: too large for binary16, convert with fp32`);
  return KERNEL_RANKS.has(constant.shape.length) || isExactInFloat16(constant.data);
}
