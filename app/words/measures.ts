import { MINUTE_MS } from '../base/time';
import { formatCount, numbers } from './numbers';

/* What is measured, with its unit. Apart from the plain numbers, because the first view shows none of it. */

/** The signs of the SI, which every language knows. */
const SIGNS = { second: 's', minute: 'min' } as const;

/** A length of time. An abbreviation that ends in a full stop, such as "Sek.", gives way to the sign, because sentences may end with it. */
function time(name: keyof typeof SIGNS, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = numbers({ style: 'unit', unit: name, ...options });
  const plain = (part: Intl.NumberFormatPart): string =>
    part.type === 'unit' && part.value.endsWith('.') ? SIGNS[name] : part.value;
  return (value) => format().formatToParts(value).map(plain).join('');
}

const twoDigitFormat = numbers({ minimumIntegerDigits: 2 });
const unit = (name: string, digits: number) => numbers({ style: 'unit', unit: name, maximumFractionDigits: digits });
const gigabytes = unit('gigabyte', 1);
const megabytes = unit('megabyte', 1);
const kilobytes = unit('kilobyte', 0);
const minutes = time('minute', { maximumFractionDigits: 1 });
const seconds = time('second', { maximumFractionDigits: 0 });

/** Bytes in the unit a person would choose: `840 kB`, `11.4 MB`. Decimal units, as browsers and stores show them. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return gigabytes().format(bytes / 1e9);
  return bytes >= 1e6 ? megabytes().format(bytes / 1e6) : kilobytes().format(bytes / 1e3);
}

/** Whole seconds or, from one on, minutes: `45 sec`, `1.5 min`. */
export const formatDuration = (ms: number): string => (ms >= MINUTE_MS ? minutes(ms / MINUTE_MS) : seconds(ms / 1000));

/** `45s`, as short as can be. */
export const formatSeconds = time('second', { unitDisplay: 'narrow' });

/** `ms` as minutes and seconds, rounded up so that the last thing shown before the end is 0:01. */
export function formatCountdown(ms: number): string {
  const whole = Math.ceil(Math.max(0, ms) / 1000);
  return `${formatCount(Math.floor(whole / 60))}:${twoDigitFormat().format(whole % 60)}`;
}
