import { type KeptFile, slotOf } from './what';

/** Raised only when what is stored changes its meaning; the files' own versions are in their addresses. */
export const KEPT_CACHE = 'reverie-kept-v1';

/** Writes under way, by address: a second one waits, so that a slow bad copy never lands on top of a fresh one. */
const writes = new Map<string, Promise<void>>();

const pathOf = ({ url }: Request): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/**
 * Answers with the stored copy, else with the network's, which is then stored.
 *
 * `cache: 'reload'` is how the vision worker asks again for a file whose hash was wrong: it always goes to the network, and
 * a good answer replaces the stored one.
 * @param lasting keeps the worker alive until the copy is written: `event.waitUntil`
 */
export async function answerKept(request: Request, lasting: (work: Promise<void>) => void): Promise<Response> {
  const fresh = request.cache === 'reload' || request.cache === 'no-store';
  const stored = fresh ? undefined : await lookUp(request.url);
  if (stored) return stored;
  const response = await fetch(request);
  if (isWhole(request, response) && request.cache !== 'no-store') lasting(write(request.url, response.clone()));
  return response;
}

/** Reading the cache can fail where storage is broken; the network is then still there. */
async function lookUp(url: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(KEPT_CACHE)).match(url);
  } catch {
    return undefined;
  }
}

/** A part of a file, an error page or another origin's answer must never stand in for the file. */
const isWhole = (request: Request, response: Response): boolean =>
  response.status === 200 && response.type === 'basic' && !response.redirected && !request.headers.has('range');

/** Stores a copy. Never rejects: with a full disk the file was still answered, and is fetched again next time. */
function write(url: string, response: Response): Promise<void> {
  const before = writes.get(url) ?? Promise.resolve();
  const done = before
    .then(async () => (await caches.open(KEPT_CACHE)).put(url, response))
    .catch((error: unknown) => console.warn(`[reverie] not kept for offline use: ${url}`, error))
    .finally(() => {
      if (writes.get(url) === done) writes.delete(url);
    });
  writes.set(url, done);
  return done;
}

/**
 * While an update installs: fetches the new version of each file whose old version this device has used, so that an update
 * never takes away a recall that worked offline. What cannot be had now is fetched on its next use.
 */
export async function renewKept(files: readonly KeptFile[]): Promise<void> {
  try {
    const cache = await caches.open(KEPT_CACHE);
    const stored = (await cache.keys()).map(pathOf);
    const used = new Set(stored.map(slotOf));
    const missing = files.filter(({ slot, path }) => used.has(slot) && !stored.includes(path));
    await Promise.allSettled(missing.map(({ path }) => cache.add(path)));
  } catch (error) {
    console.warn('[reverie] the stored models could not be renewed', error);
  }
}

/** Once this version is in charge: removes what only older versions asked for. */
export async function dropOutdated(files: readonly KeptFile[]): Promise<void> {
  const cache = await caches.open(KEPT_CACHE);
  const listed = new Set(files.map(({ path }) => path));
  const outdated = (await cache.keys()).filter((request) => !listed.has(pathOf(request)));
  await Promise.all(outdated.map((request) => cache.delete(request)));
}
