import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { StaticHost } from '../../../sw/build/static-host';

/** One answer that went over the wire. */
export interface Sent {
  readonly path: string;
  /** What the browser wanted it for (Fetch Metadata, `Sec-Fetch-Dest`): `script`, `font`, `document`, `empty` ... */
  readonly destination: string;
  /** Length of the body as it was sent, compressed. */
  readonly bytes: number;
  /** Whether the service worker asked, to have the app without a network, and not the page. */
  readonly forOffline: boolean;
}

export interface Traffic {
  /** Without a slash at the end. */
  readonly url: string;
  /** What was sent since the last call. */
  take(): Sent[];
  stop(): Promise<void>;
}

/**
 * Serves a build as a static host does, and keeps account of every answer. It speaks gzip only: every host can, and the bars are for
 * it.
 */
export async function countTraffic(dist: string): Promise<Traffic> {
  const host = new StaticHost(dist);
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    request.headers['accept-encoding'] = 'gzip';
    response.on('finish', () => sent.push(accountOf(request, response)));
    host.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
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
  forOffline: /\/sw\.js$/.test(headers.referer ?? '') || headers['sec-fetch-dest'] === 'serviceworker',
});
