/** `value` limited to `[low, high]`. NaN stays NaN, so that a missing number is never turned into a real one. */
export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
