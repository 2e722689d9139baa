/**
 * A spreadsheet runs a cell that begins like a formula, and a journal can hold such words ("=)", "-- mum"). An apostrophe
 * before them makes them text (OWASP, "CSV Injection"). Words that already look shielded get one more, so that taking one
 * away on the way back gives exactly what was there.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** `text` as it may stand in a table. */
export const shield = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** What was shielded; text from elsewhere stays as it is, an apostrophe at its beginning included. */
export const unshield = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text);
