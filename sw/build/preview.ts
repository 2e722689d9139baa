import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Plugin, PreviewServer } from 'vite';
import { StaticHost } from './static-host.ts';

/** Makes `vite preview` answer as a static host does, and say in one line what to open or what is wrong. */
export const previewAsHost = (): Plugin => ({
  name: 'reverie:preview',
  async configurePreviewServer(server) {
    const { root, build, preview } = server.config;
    const folder = resolve(root, build.outDir);
    if (!existsSync(join(folder, 'index.html')))
      giveUp('There is no build to serve: run npm start, or npm run build first.');
    if (preview.port && (await isBusy(preview.port, hostOf(server))))
      giveUp(`Port ${preview.port} is in use: stop the other program, or choose a port: npm start -- --port 8081`);
    const host = new StaticHost(folder);
    server.middlewares.use((request, response, next) => void host.answer(request, response).catch(next));
    server.printUrls = () =>
      console.log(`\nReverie is ready. Open http://localhost:${portOf(server)}\nCtrl+C stops it.`);
  },
});

const hostOf = (server: PreviewServer): string | undefined => {
  const { host } = server.config.preview;
  return typeof host === 'string' ? host : undefined;
};

const portOf = (server: PreviewServer): number => {
  const address = server.httpServer.address();
  return typeof address === 'object' && address ? address.port : server.config.preview.port;
};

/** A person who types `npm start` wants the reason, not where in a library it was noticed. */
function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const isBusy = (port: number, host: string | undefined): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EADDRINUSE'));
    probe.listen({ port, host }, () => probe.close(() => done(false)));
  });
