/** Ids that stand in an address as they are: those made here, and most others. */
const PLAIN = /^[\w-]{1,200}$/;
/** Before an id that is written by the numbers of its characters. */
const BY_NUMBER = '~';
const DIGITS = 4;

/**
 * An entry's id as it stands in an address or in the name of a file. Those made here stand as they are. One from elsewhere may hold
 * anything: a dot would make it the name of a file, `..` another place, and half a surrogate pair cannot be written at all. So
 * each of its UTF-16 units is written as four hexadecimal digits.
 */
export const addressOf = (id: string): string =>
  PLAIN.test(id)
    ? id
    : BY_NUMBER +
      Array.from({ length: id.length }, (_, at) => id.charCodeAt(at).toString(16).padStart(DIGITS, '0')).join('');

/** The id that `addressOf` wrote. */
export function idAt(address: string): string {
  if (!address.startsWith(BY_NUMBER)) return address;
  const units = address.slice(BY_NUMBER.length).match(/[\da-f]{4}/gi) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** Where an entry is shown. */
export const entryPath = (id: string): string => `/entry/${addressOf(id)}`;
