/** The arrays that hold numbers by the thousand, by the short name their type has in what is stored. */
export const NUMBER_ARRAYS = { f32: Float32Array, f64: Float64Array } as const;

interface NumberArrays {
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}
export type NumberType = keyof NumberArrays;
export type NumberArray<T extends NumberType = NumberType> = NumberArrays[T];

/**
 * The number that `of` gives for each of `items`. A loop, because `Float64Array.from` asks an iterator for each, which takes ten times
 * as long: a journal of a hundred thousand entries noticed it.
 *
 * @example numbersOf(['a', 'bcd'], ({ length }) => length) // [1, 3]
 */
export function numbersOf<T>(items: ArrayLike<T>, of: (item: T, at: number) => number): Float64Array {
  const numbers = new Float64Array(items.length);
  for (let at = 0; at < items.length; at++) numbers[at] = of(items[at]!, at);
  return numbers;
}

export const isNumberArray = (value: unknown): value is NumberArray =>
  value instanceof Float32Array || value instanceof Float64Array;

export const numberTypeOf = (array: NumberArray): NumberType => (array instanceof Float64Array ? 'f64' : 'f32');

/** The array's bytes, not copied: little-endian, as on every platform a browser runs on. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: NumberArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
