/**
 * A spreadsheet runs a cell that begins like a formula, and a journal can hold such words ("=)", "-- mum"). An apostrophe
 * before them makes them text (OWASP, "CSV Injection"). Words that already look shielded get one more, so that taking one
 * away on the way back gives exactly what was there.
 *
 * Which sign parts the cells is up to the spreadsheet: in most of Europe a semicolon. So what follows such a sign, or a line's
 * end, may be the beginning of a cell too; quotes at a cell's beginning are no part of it. A comma is not among those signs, because
 * it parts our own cells, and a cell with one is quoted.
 */
const BEGINNINGS = /(?<=^|[;\t|\r\n])(?=["']*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/g;
const SHIELDED = /(?<=^|[;\t|\r\n])'(?=["']*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** `text` as it may stand in a table. */
export const shield = (text: string): string => text.replace(BEGINNINGS, "'");

/** What was shielded; text from elsewhere stays as it is, an apostrophe at its beginning included. */
export const unshield = (text: string): string => text.replace(SHIELDED, '');
