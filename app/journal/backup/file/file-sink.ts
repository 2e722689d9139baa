import type { FileAnswer, FileRequest } from './file-messages';

/**
 * How this browser can write files of the private file system: as a stream, or only in a worker, as on iOS before 26. Null if it
 * cannot rename them, because then no file can be replaced as a whole.
 */
export function fileWriting(): 'stream' | 'worker' | null {
  if (!('FileSystemFileHandle' in globalThis) || !('move' in FileSystemFileHandle.prototype)) return null;
  return 'createWritable' in FileSystemFileHandle.prototype ? 'stream' : 'worker';
}

/** A stream into the file at `path`, written by a worker that ends with the stream. Rejects with DOMException. */
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
