/** The arrays that hold numbers by the thousand, by the short name their type has in what is stored. */
export const NUMBER_ARRAYS = { f32: Float32Array, f64: Float64Array } as const;

interface NumberArrays {
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}
export type NumberType = keyof NumberArrays;
export type NumberArray<T extends NumberType = NumberType> = NumberArrays[T];

export const isNumberArray = (value: unknown): value is NumberArray =>
  value instanceof Float32Array || value instanceof Float64Array;

export const numberTypeOf = (array: NumberArray): NumberType => (array instanceof Float64Array ? 'f64' : 'f32');

/** The array's bytes, not copied: little-endian, as on every platform a browser runs on. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: NumberArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
