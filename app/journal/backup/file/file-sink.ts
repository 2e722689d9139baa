import type { FileAnswer, FileRequest } from './file-messages';

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
