import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { headersFor, parseHeaders } from './headers.ts';
import { PROJECT } from './project.ts';

/** What a policy in a page is not asked about (CSP 3, 3.3): browsers complain of it there. */
const NOT_IN_A_PAGE = /^(frame-ancestors|report-uri|sandbox)\b/;

/** The content policy of every answer, by `assets/_headers`, as far as a page can carry it. Throws if there is none. */
export function policyForPages(headers = readFileSync(new URL('assets/_headers', PROJECT), 'utf8')): string {
  const policy = headersFor(parseHeaders(headers), '/')['Content-Security-Policy'];
  if (policy === undefined) throw new Error('assets/_headers has no content policy.');
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !NOT_IN_A_PAGE.test(directive))
    .join('; ');
}

const CHARSET = '<meta charset="utf-8">';

/**
 * Writes the content policy and the referrer policy into every built page, so that they hold on hosts that send no headers too.
 * They stand before everything that could be loaded, and after the character set, which has to be among the first bytes. Sources
 * are served with the headers, and with what Vite needs beside them.
 */
export const policyInPages = (): Plugin => ({
  name: 'reverie:policy-in-pages',
  apply: 'build',
  api: { everyBuild: true },
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      if (!html.includes(CHARSET)) throw new Error('A page has no character set.');
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyForPages()}">`;
      return html.replace(CHARSET, `${CHARSET}\n    ${policy}\n    <meta name="referrer" content="no-referrer">`);
    },
  },
});
