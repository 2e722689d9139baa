import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { StaticHost } from '../../../sw/build/static-host';

/** One answer that went over the wire. */
export interface Sent {
  readonly path: string;
  /** What the browser wanted it for (Fetch Metadata, `Sec-Fetch-Dest`): `script`, `font`, `document`, `empty` ... */
  readonly destination: string;
  /** Length of the body as it was sent, compressed. */
  readonly bytes: number;
}

export interface Traffic {
  /** Without a slash at the end. */
  readonly url: string;
  /** Resolves once nothing has been asked for during `QUIET_MS`. */
  quiet(): Promise<void>;
  /** What was sent since the last call. */
  take(): Sent[];
  stop(): Promise<void>;
}

/** What asks for more when it has arrived does so within this time, in milliseconds. */
const QUIET_MS = 600;

/**
 * Serves a build as a static host does, and keeps account of every answer. It speaks gzip only: every host can, and the bars are for
 * it.
 */
export async function countTraffic(dist: string): Promise<Traffic> {
  const host = new StaticHost(dist);
  let sent: Sent[] = [];
  let underWay = 0;
  let lastAt = performance.now();
  const server = createServer((request, response) => {
    request.headers['accept-encoding'] = 'gzip';
    underWay += 1;
    response.on('finish', () => sent.push(accountOf(request, response)));
    response.on('close', () => {
      underWay -= 1;
      lastAt = performance.now();
    });
    host.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    quiet: async () => {
      lastAt = performance.now();
      while (underWay > 0 || performance.now() - lastAt < QUIET_MS) await wait(QUIET_MS / 10);
    },
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const accountOf = ({ url, headers }: IncomingMessage, response: ServerResponse): Sent => ({
  path: url ?? '/',
  destination: String(headers['sec-fetch-dest']),
  bytes: response.statusCode === 200 ? Number(response.getHeader('content-length')) : 0,
});
