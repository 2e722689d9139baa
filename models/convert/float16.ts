const scratch = new DataView(new ArrayBuffer(4));

/**
 * IEEE 754 binary16 bits of a number, rounded to nearest, ties to even.
 * Written out because `Float16Array` is not in Node 20. Values beyond 65504 become infinity: see `isFinite16`.
 */
export function toFloat16Bits(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  const fraction = bits & 0x7fffff;
  if (exponent === 128) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  if (exponent < -25) return sign;
  // Below 2^-14 the leading one is no longer implied, so it takes part in the shift.
  const subnormal = exponent < -14;
  const mantissa = subnormal ? fraction | 0x800000 : fraction;
  const shift = subnormal ? -1 - exponent : 13;
  const kept = mantissa >>> shift;
  const rest = mantissa & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  const roundUp = rest > half || (rest === half && (kept & 1) === 1) ? 1 : 0;
  // A carry out of the mantissa moves into the exponent, which is just what rounding to the next power of two needs.
  const magnitude = (subnormal ? kept : ((exponent + 15) << 10) + kept) + roundUp;
  return sign | Math.min(magnitude, 0x7c00);
}

/** The number that binary16 bits stand for. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Whether every value survives the trip through binary16 unchanged. */
export function isExactInFloat16(values: Float32Array): boolean {
  return values.every((value) => fromFloat16Bits(toFloat16Bits(value)) === value);
}

/** Whether every value stays finite in binary16, that is, below about 65504. */
export function isFinite16(values: Float32Array): boolean {
  return values.every((value) => (toFloat16Bits(value) & 0x7c00) !== 0x7c00);
}
