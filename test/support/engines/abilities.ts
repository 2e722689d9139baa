/**
 * In the page: what this browser can do of what the app makes use of, tried where it can be tried. The names are the rows of
 * docs/browsers.md. Without anything from around it: it is sent into the page as text.
 */
export async function abilities(): Promise<Record<string, boolean>> {
  const has = globalThis as unknown as Record<string, object | undefined>;
  const { storage, serviceWorker, mediaDevices } = navigator as Partial<Navigator>;
  const opened = await storage
    ?.getDirectory?.()
    .then((root) => root.getFileHandle('ability', { create: true }))
    .catch(() => null);
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  const camera = await mediaDevices?.getUserMedia({ video: true }).catch(() => null);
  for (const track of camera?.getTracks() ?? []) track.stop();
  return {
    'Service worker': serviceWorker !== undefined,
    'Private file system': Boolean(opened),
    'Streams into private files': opened !== null && opened !== undefined && 'createWritable' in opened,
    'Save dialogue': 'showSaveFilePicker' in has,
    'Files through the share sheet':
      navigator.canShare?.({ files: [new File([], 'a.reverie', { type: 'application/vnd.reverie.backup' })] }) === true,
    'Request for lasting storage': typeof storage?.persist === 'function',
    'Web Locks': 'locks' in navigator,
    Passkeys: 'PublicKeyCredential' in has,
    'A camera that a test stands in for': Boolean(camera),
    'Video frames as they come': 'requestVideoFrameCallback' in HTMLVideoElement.prototype,
    'Wake lock': 'wakeLock' in navigator,
    'Threads (SharedArrayBuffer)': 'SharedArrayBuffer' in has && crossOriginIsolated,
    'WebGPU adapter': Boolean(adapter),
    'WebAssembly that waits (JSPI)': 'Suspending' in WebAssembly,
    URLPattern: 'URLPattern' in has,
    'Idle callbacks': 'requestIdleCallback' in has,
    'View transitions': 'startViewTransition' in document,
    'Question to install': 'onbeforeinstallprompt' in has,
    'Files opened with the app': 'launchQueue' in has,
  };
}
