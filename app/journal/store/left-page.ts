/*
 * [Note: A page that is left]
 *
 * A page that is left goes into the back/forward cache and stands still there with all it holds. A transaction that it has begun waits
 * for a page that does nothing any more, and every transaction on the same stores waits behind it: in WebKitGTK 2.50, one read of the
 * settings, begun just before a link was followed, kept the next pages from writing any setting. So
 *
 * - a read is ended when its page is left, and done again if the page comes back;
 * - a transaction that makes or migrates the database is ended too, and the next page begins again (`database.ts`);
 * - a write is kept, because it may be the last words of a draft. It is committed as soon as its last request is placed, so that the
 *   browser can finish it without the page (`connection.ts`).
 */

interface Abortable {
  readonly done: Promise<unknown>;
  abort(): void;
}

/**
 * Ends `transaction` if the page is left before it is done. Returns a function that gives null as long as that hasn't happened, then
 * what resolves once the page is shown again; it never does where the page is thrown away.
 */
export function endWhenLeft(transaction: Abortable): () => Promise<void> | null {
  let shownAgain: Promise<void> | null = null;
  const end = (): void => {
    try {
      transaction.abort();
      // Listened for at once, because the page is shown before the transaction tells that it was ended.
      shownAgain = new Promise((resolve) => addEventListener('pageshow', () => resolve(), { once: true }));
    } catch {
      // It has ended, and nobody was told yet.
    }
  };
  const stop = (): void => removeEventListener('pagehide', end);
  addEventListener('pagehide', end);
  transaction.done.then(stop, stop);
  return () => shownAgain;
}
