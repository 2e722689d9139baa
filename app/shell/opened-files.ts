/** What the system hands over when the app is opened with a file; no type library knows it yet. */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * The files the app was opened with, each given out once. A browser that opens apps with files tells so at once, or not at
 * all: the queue calls its consumer before the next task.
 */
export async function openedFiles(host: object = window): Promise<readonly Blob[]> {
  const { launchQueue } = host as { launchQueue?: LaunchQueue };
  if (!launchQueue) return [];
  const handles: FileSystemFileHandle[] = [];
  launchQueue.setConsumer(({ files }) => handles.push(...files));
  await new Promise((resolve) => setTimeout(resolve));
  return Promise.all(handles.map((handle) => handle.getFile()));
}
