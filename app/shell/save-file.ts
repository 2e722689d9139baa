import { log } from '../base/log';
import { LINK_LIFE_MS, outgoingFile, tidyOutgoing } from './outgoing';

/** Where a file goes that is written piece by piece. */
export interface FileSink {
  readonly stream: WritableStream<Uint8Array>;
  /** What was written, once the stream is closed: to be read back. */
  file(): Promise<Blob>;
  /** Handing it over opens the phone's own sheet (save it, or send it to an app), which takes a tap of the person's own. */
  readonly byHand: boolean;
  /** Hands the file to the person, where it does not lie yet where they wanted it; false where they put it aside. */
  deliver(): Promise<boolean>;
}

export interface NewFileOptions {
  readonly name: string;
  readonly description: string;
  /** MIME type and extension with its dot. */
  readonly type: readonly [mime: string, extension: string];
}

/** The part of the File System Access API that no type library knows yet. */
interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/**
 * Asks where to save, in a browser that can (call it in the person's own click: it needs that). Elsewhere the file is written
 * aside and then offered as a download. Resolves with null where the person chose nothing.
 */
export async function newFileSink({
  name,
  description,
  type: [mime, extension],
}: NewFileOptions): Promise<FileSink | null> {
  const { showSaveFilePicker } = window as SavePicker;
  if (!showSaveFilePicker) return asideSink(name, mime);
  try {
    const types = [{ description, accept: { [mime]: [extension] } }];
    const handle = await showSaveFilePicker.call(window, { suggestedName: name, types });
    const stream = await handle.createWritable();
    return { stream, file: () => handle.getFile(), byHand: false, deliver: async () => true };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    // Some embedders have the picker and forbid it.
    return asideSink(name, mime);
  }
}

/** Writes into the page's own file system, or, where that has no streams, into a blob, which browsers keep on disk as it grows. */
async function asideSink(name: string, mime: string): Promise<FileSink> {
  const written = (await privateFile(name)) ?? growingBlob(mime);
  const byHand = navigator.canShare?.({ files: [new File([], name, { type: mime })] }) === true;
  const download = async (): Promise<boolean> => {
    const address = URL.createObjectURL(await written.file());
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
      tidyOutgoing().catch((error: unknown) => log.warn('a downloaded file stays', error));
    }, LINK_LIFE_MS);
    return true;
  };
  // An app installed on iOS has no downloads: there the phone's own sheet saves files.
  const share = async (): Promise<boolean> => {
    try {
      await navigator.share({ files: [new File([await written.file()], name, { type: mime })] });
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      // Some browsers pass on only kinds of files they know, and say so only now.
      return download();
    }
  };
  return { ...written, byHand, deliver: byHand ? share : download };
}

type Written = Pick<FileSink, 'stream' | 'file'>;

async function privateFile(name: string): Promise<Written | null> {
  try {
    const handle = await outgoingFile(name);
    return { stream: await handle.createWritable(), file: () => handle.getFile() };
  } catch {
    return null;
  }
}

function growingBlob(type: string): Written {
  let blob = new Blob([], { type });
  const stream = new WritableStream<Uint8Array>({
    write(chunk) {
      blob = new Blob([blob, chunk.slice()], { type });
    },
  });
  return { stream, file: async () => blob };
}
