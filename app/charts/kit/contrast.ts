/** Relative luminance of `#rrggbb`, 0..1 (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** Contrast of two colours `#rrggbb`, 1..21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Whichever of `candidates` is read best on `ground`. */
export const mostReadable = (ground: string, candidates: readonly string[]): string =>
  candidates.reduce((best, one) => (contrast(one, ground) > contrast(best, ground) ? one : best));
