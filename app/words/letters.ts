import { locale } from './locale';

/** With a capital letter, as a heading begins. */
export const capitalised = (words: string): string => {
  const [first = ''] = words;
  return first.toLocaleUpperCase(locale()) + words.slice(first.length);
};

/** In small letters, as the language of the page writes them. */
export const lowerCase = (words: string): string => words.toLocaleLowerCase(locale());
