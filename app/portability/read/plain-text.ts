const LINE_END = /<br\s*\/?>|<\/(?:p|div|li|ul|ol|h[1-6])>/gi;
const LIST_ITEM = /<li(?:\s[^<>]*)?>/gi;
/** Only tags that a note can have been formatted with: "a <3 b" stays as it is. */
const TAG = /<\/?(?:p|div|span|b|i|u|s|em|strong|strike|del|font|small|big|ul|ol|li|h[1-6]|a)(?:\s[^<>]*)?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** A note that another app formatted with HTML, as text with its lines. */
export function plainText(text: string): string {
  // Entities stand for themselves in a note that was never formatted.
  if (!new RegExp(`${LINE_END.source}|${TAG.source}`, 'i').test(text)) return text;
  return text
    .replace(LIST_ITEM, '• ')
    .replace(LINE_END, '\n')
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => charOf(name) ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The letter an entity stands for; undefined where there is none. */
function charOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : undefined;
}
