import { Failure } from '../../domain/failure/failure';

/** A file with a known content. */
export interface Asset {
  readonly url: string;
  readonly bytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

export interface DownloadOptions {
  /** Called with the bytes of this file so far. */
  readonly onBytes?: (loadedBytes: number) => void;
  readonly signal?: AbortSignal;
  /** Ask the server even where a cache has the file. */
  readonly fresh?: boolean;
}

/**
 * The bytes of `asset`, fetched and checked. Rejects with Failure `model-download` where the network or server fails,
 * with Failure `model-altered` where what came is not what was built (cut off, exchanged, damaged): its cached copies are
 * then removed, so that a retry can get a good one. An aborted download rejects with the signal's reason.
 */
export async function download(asset: Asset, options: DownloadOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(asset.url, options);
  const bytes = await receive(response, asset, options);
  if (bytes !== null && (await sha256(bytes)) === asset.sha256) return bytes;
  await removeFromCaches(asset.url);
  throw new Failure('model-altered', asset.url);
}

async function request(url: string, { signal, fresh }: DownloadOptions): Promise<Response> {
  const response = await failingAsDownload(
    url,
    signal,
    fetch(url, { ...(signal && { signal }), credentials: 'same-origin', cache: fresh ? 'reload' : 'default' }),
  );
  if (!response.ok) throw new Failure('model-download', `${url}: status ${response.status}`);
  return response;
}

/** What came, or null if its length is wrong. */
async function receive(
  response: Response,
  { url, bytes: expected }: Asset,
  { onBytes, signal }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(expected);
  const reader = response.body!.getReader();
  let loaded = 0;
  for (;;) {
    const { done, value } = await failingAsDownload(url, signal, reader.read());
    if (done) return loaded === expected ? bytes : null;
    if (loaded + value.length > expected) {
      await reader.cancel();
      return null;
    }
    bytes.set(value, loaded);
    loaded += value.length;
    onBytes?.(loaded);
  }
}

async function failingAsDownload<T>(url: string, signal: AbortSignal | undefined, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Failure('model-download', `${url}: ${String(error)}`, { cause: error });
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function removeFromCaches(url: string): Promise<void> {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
}
