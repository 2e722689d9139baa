import { inLocale } from './locale';

/** Makes a formatter for numbers in the page's locale. */
export const numbers = (options: Intl.NumberFormatOptions) =>
  inLocale((locale) => new Intl.NumberFormat(locale, options));

const valenceFormat = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' });
const tenthsFormat = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const shareFormat = numbers({ style: 'percent', maximumFractionDigits: 0 });
const countFormat = numbers({});

/** `value` in -1..1 with two digits and a real minus sign, in the reader's language: `−0.30`. */
export const formatValence = (value: number): string => valenceFormat().format(value).replace('-', '−');

/** With one digit after the point: `12.0`. */
export const formatTenths = (value: number): string => tenthsFormat().format(value);

/** A share 0..1 as whole per cent. */
export const formatShare = (share: number): string => shareFormat().format(share);

/** A whole number with the separators of the reader's language and a real minus sign: `12,400`, `−1`. */
export const formatWhole = (value: number): string => countFormat().format(value).replace('-', '−');

/** A number of things, 0 or more. */
export const formatCount = (count: number): string => countFormat().format(count);
