import type { Plugin } from 'vite';

/** What Vite puts around each `import()`, so that styles and scripts that a chunk needs are fetched beside it. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Has each `import()` be one: there are no style sheets to wait for, and scripts are not listed (`modulePreload`), so that what Vite
 * puts around it does nothing but take room in the first view.
 */
export const plainImports = (): Plugin => ({
  name: 'reverie-plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
});
