/** Pieces are put together to about this size before they are handed over, in characters or bytes. */
const PART_SIZE = 1 << 20;

/**
 * One Blob of everything `pieces` gives. Each part is handed to the browser as a Blob of its own, which it may move to the
 * disk, so that a large file is never in memory whole. Once `signal` is aborted it rejects with its reason.
 */
export async function collect(
  pieces: AsyncIterable<string | Uint8Array>,
  { type, signal }: { readonly type: string; readonly signal: AbortSignal },
): Promise<Blob> {
  const parts: Blob[] = [];
  let open: BlobPart[] = [];
  let size = 0;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    open.push(piece as BlobPart);
    size += piece.length;
    if (size < PART_SIZE) continue;
    parts.push(new Blob(open));
    open = [];
    size = 0;
    // Reading from memory never waits: let the page draw, and hear Cancel.
    await new Promise((resume) => setTimeout(resume));
  }
  signal.throwIfAborted();
  return new Blob([...parts, ...open], { type });
}

/** What a stream gives, piece by piece; for browsers whose streams cannot be iterated (Safari). Leaving the loop cancels it. */
export async function* piecesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
