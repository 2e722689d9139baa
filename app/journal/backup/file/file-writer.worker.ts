import type { FileAnswer, FileRequest } from './file-messages';

let access: FileSystemSyncAccessHandle | null = null;

async function open([...path]: readonly string[]): Promise<void> {
  const name = path.pop()!;
  let folder = await navigator.storage.getDirectory();
  for (const part of path) folder = await folder.getDirectoryHandle(part, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  access = await handle.createSyncAccessHandle();
  try {
    access.truncate(0);
  } catch (error) {
    close();
    throw error;
  }
}

/** On a full disk, `write` may throw, or may write less than it was given. */
function write(chunk: Uint8Array): void {
  if (access!.write(chunk, { at: access!.getSize() }) < chunk.byteLength) {
    throw new DOMException('no room for the whole of it', 'QuotaExceededError');
  }
}

/** Also where nothing can be flushed, as on a full disk: a file that is not closed stays taken, and nobody can write it any more. */
function close(): void {
  const open = access;
  access = null;
  try {
    open?.flush();
  } finally {
    open?.close();
  }
}

/** Writes one file of the private file system, for browsers where only a worker can. */
addEventListener('message', async ({ data }: MessageEvent<FileRequest>) => {
  let answer: FileAnswer = { problem: null };
  try {
    if (data.type === 'open') await open(data.path);
    else if (data.type === 'write') write(data.chunk);
    else close();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'UnknownError', message: String(error) };
    answer = { problem: { name, message } };
  }
  postMessage(answer);
});
