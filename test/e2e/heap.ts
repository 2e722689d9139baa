import type { BrowserContext } from 'playwright-core';

export type Cdp = Awaited<ReturnType<BrowserContext['newCDPSession']>>;

/** A heap snapshot of the page, as text. It holds every string, and of arrays of bytes only that they are there. */
export async function heapText(cdp: Cdp): Promise<string> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return chunks.join('');
}

/** A page that was left is collected in more than one round: what the browser's own stack still points to outlives the first. */
const ROUNDS = 5;

/** The heap as text once none of `words` is in it, or after the last round of collecting what nothing holds any more. */
export async function heapTextWithout(cdp: Cdp, words: readonly string[]): Promise<string> {
  let text = await heapText(cdp);
  for (let round = 1; round < ROUNDS && words.some((word) => text.includes(word)); round++) text = await heapText(cdp);
  return text;
}

/** How many CryptoKey objects are alive in the page. */
export async function keysInHeap(cdp: Cdp): Promise<number> {
  const { result: prototype } = await cdp.send('Runtime.evaluate', { expression: 'CryptoKey.prototype' });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId! });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return result.value;
}
