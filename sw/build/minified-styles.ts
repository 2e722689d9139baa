import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/**
 * Takes the indentation and the comments out of the styles of elements, which stand in their code as literals. Their markup stays as it is
 * written: there a space can be a space.
 */
export const minifiedStyles = (): Plugin => ({
  name: 'reverie-minified-styles',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/app\/.*\.ts$/, code: /css`/ },
    async handler(code, id) {
      // What an expression puts into a style is text that cannot be looked through.
      if (code.includes('unsafeCSS(')) return null;
      const minified = await minifyHTMLLiterals(code, { fileName: id, html: false });
      return minified && { code: minified.code, map: minified.map ?? null };
    },
  },
});
