import { join, resolve } from 'node:path';
import { preview } from 'vite';
import { freshBuild, PROJECT } from './build';

export interface Server {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes a free one. To come back after `stop()`, pass the port the server had: an origin is bound to it. */
  readonly port?: number;
  /** A finished build; without it `dist`, built anew where it is absent or older than its sources. */
  readonly dist?: string;
}

/** Serves a production build exactly as `npm start` does: same headers, same compression, same addresses. */
export async function startServer({ port = 0, dist }: ServeOptions = {}): Promise<Server> {
  const server = await preview({
    configFile: join(PROJECT, 'vite.config.ts'),
    root: join(PROJECT, 'app/start'),
    logLevel: 'error',
    build: { outDir: resolve(dist ?? (await freshBuild())) },
    preview: { port },
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return { url: `http://localhost:${address.port}`, port: address.port, stop: () => server.close() };
}
