/** What the worker is asked, one at a time, and what it answers to each. */
export type FileRequest =
  /** Opens the file at this path of the private file system, and empties it. */
  | { readonly type: 'open'; readonly path: readonly string[] }
  | { readonly type: 'write'; readonly chunk: Uint8Array }
  /** What was written is on the disk, and the file free for others, when this is answered. */
  | { readonly type: 'close' };
export type FileAnswer =
  | { readonly problem: null }
  | { readonly problem: { readonly name: string; readonly message: string } };

/**
 * How files of the private file system can be written here: as a stream; or, as on iOS before 26, by a worker alone; or, where
 * they cannot even be renamed, not at all.
 */
export function fileWays(): 'stream' | 'worker' | null {
  if (!('FileSystemFileHandle' in globalThis) || !('move' in FileSystemFileHandle.prototype)) return null;
  return 'createWritable' in FileSystemFileHandle.prototype ? 'stream' : 'worker';
}

/** A stream into the file at `path` by way of a worker of its own, which ends with it. Rejects with DOMException. */
export async function workerSink(path: readonly string[]): Promise<WritableStream<Uint8Array>> {
  const worker = new Worker(new URL('./file-writer.worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: FileRequest): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: { problem } }: MessageEvent<FileAnswer>) =>
        problem ? reject(new DOMException(problem.message, problem.name)) : resolve();
      worker.onerror = ({ message }) => reject(new DOMException(message || 'the worker did not start', 'AbortError'));
      worker.postMessage(request);
    });
  const end = async (): Promise<void> => {
    await ask({ type: 'close' }).finally(() => worker.terminate());
  };
  await ask({ type: 'open', path }).catch((error: unknown) => {
    worker.terminate();
    throw error;
  });
  return new WritableStream<Uint8Array>({
    write: (chunk) => ask({ type: 'write', chunk }),
    close: end,
    abort: () => end().catch(() => undefined),
  });
}
