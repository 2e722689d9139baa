/** `value` in -1..1 with two digits and a real minus sign, in the reader's language: `−0.30`. */
export const formatValence = (value: number): string =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' })
    .format(value)
    .replace('-', '−');

/** A share 0..1 as whole per cent. */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Bytes in the unit a person would choose: `840 kB`, `11.4 MB`. Decimal units, as browsers and stores show them. */
export const formatBytes = (bytes: number): string => {
  const [unit, divisor, digits] =
    bytes >= 1e9
      ? (['gigabyte', 1e9, 1] as const)
      : bytes >= 1e6
        ? (['megabyte', 1e6, 1] as const)
        : (['kilobyte', 1e3, 0] as const);
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    bytes / divisor,
  );
};

/** A whole number with the separators of the reader's language: `12,400`. */
export const formatCount = (count: number): string => new Intl.NumberFormat().format(count);
