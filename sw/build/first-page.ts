import { fileURLToPath } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { type Plugin, runnerImport } from 'vite';
import type { firstPage } from '../../app/start/first-page.ts';
import type { LANGUAGES } from '../../app/words/languages.ts';
import type { speak } from '../../app/words/locale.ts';
import { PROJECT } from './project.ts';

/** The first page in one language. */
export interface FirstPage {
  readonly language: string;
  readonly html: string;
}

interface Parts {
  readonly firstPage: typeof firstPage;
  readonly LANGUAGES: typeof LANGUAGES;
  readonly speak: typeof speak;
}

/** The first page in every language the app speaks, English first, rendered from the app's own templates. See: [Note: The first view] */
export async function firstPages(plugins: Plugin[]): Promise<FirstPage[]> {
  const { firstPage, LANGUAGES, speak } = await parts(plugins);
  const pages: FirstPage[] = [];
  for (const language of Object.keys(LANGUAGES)) {
    await inPage(() => speak(language));
    pages.push({ language, html: plain(await collectResult(render(firstPage()))) });
  }
  return pages;
}

/** The app's own modules, as its build would have them. */
async function parts(plugins: Plugin[]): Promise<Parts> {
  const { module } = await runnerImport<Parts>('virtual:parts', {
    configFile: false,
    root: fileURLToPath(PROJECT),
    logLevel: 'warn',
    plugins: [
      ...plugins,
      {
        name: 'reverie:parts',
        resolveId: (source) => (source === 'virtual:parts' ? source : null),
        load: (id) =>
          id === 'virtual:parts'
            ? `export * from '/app/start/first-page.ts'; export * from '/app/words/languages.ts'; export * from '/app/words/locale.ts';`
            : null,
      },
    ],
  });
  return module;
}

/** Gives `work` what of a page it touches: somebody who hears of the new language, and a root to write it on. */
async function inPage(work: () => Promise<void>): Promise<void> {
  const page = { window: new EventTarget(), document: { documentElement: {} } };
  Object.assign(globalThis, page);
  try {
    await work();
  } finally {
    for (const name of Object.keys(page)) delete (globalThis as Record<string, unknown>)[name];
  }
}

/** Without the marks by which a script would take over, and without what only lays out the templates. */
const plain = (html: string): string =>
  html
    .replace(/<!--.*?-->|<\?>/g, '')
    .replace(/[ \n]+/g, ' ')
    .replace(/ ?> ?</g, '><')
    .replaceAll(' >', '>')
    .trim();
