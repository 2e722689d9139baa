import { defineConfig } from 'vite';

/** Serves the preview page and every path of the app below it, from the project's root. */
export default defineConfig({
  root: new URL('../../../', import.meta.url).pathname,
  publicDir: false,
  define: { __APP_VERSION__: '"preview"' },
  plugins: [
    {
      name: 'preview-page',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, _response, next) => {
          if (request.url?.startsWith('/?') || request.url === '/') request.url = '/test/support/preview/index.html';
          next();
        });
      },
    },
  ],
});
