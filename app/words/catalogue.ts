import type { LocaleModule } from '@lit/localize';

/**
 * The words of a language other than English, as `npm run localize:build` makes them of its catalogue. In the build they come in
 * parts. See: [Note: Words by screen]
 */
export const loadCatalogue = (language: string): Promise<LocaleModule> => import(`./locales/${language}.ts`);

/** From now on the page speaks English. Here nobody waits for words. */
export const stopWords = (): void => undefined;
