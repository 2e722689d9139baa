import type { LocaleModule } from '@lit/localize';

/** The words of a language other than English, as `npm run localize:build` makes them of its catalogue. */
export const loadCatalogue = (language: string): Promise<LocaleModule> => import(`./locales/${language}.ts`);
