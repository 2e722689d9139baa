import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { firstPage } from '../../app/views/shell/first-page';
import { LANGUAGES } from '../../app/words/languages';
import { speak } from '../../app/words/locale';

/** The first page in one language. */
export interface FirstPage {
  readonly language: string;
  readonly html: string;
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

async function renderAll(): Promise<FirstPage[]> {
  const pages: FirstPage[] = [];
  for (const language of Object.keys(LANGUAGES)) {
    await inPage(() => speak(language));
    pages.push({ language, html: plain(await collectResult(render(firstPage()))) });
  }
  return pages;
}

/**
 * The first page in every language the app speaks, English first, rendered from the app's own templates. Here and not in a function,
 * because Vite runs this file with the modules of the app, and no longer once it has run. See: [Note: The first view]
 */
export const pages: readonly FirstPage[] = await renderAll();
