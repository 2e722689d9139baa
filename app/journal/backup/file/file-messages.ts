/** What the file writer is asked, one request at a time. */
export type FileRequest =
  /** Opens the file at this path of the private file system, and empties it. */
  | { readonly type: 'open'; readonly path: readonly string[] }
  | { readonly type: 'write'; readonly chunk: Uint8Array }
  /** What was written is on the disk, and the file free for others, when this is answered. */
  | { readonly type: 'close' };

/** What it answers to each request: the name and message of the DOMException that stopped it, or null. */
export type FileAnswer =
  | { readonly problem: null }
  | { readonly problem: { readonly name: string; readonly message: string } };
