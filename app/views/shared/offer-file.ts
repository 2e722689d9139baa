/** How long the address of a downloaded file stays good, in milliseconds: some browsers ask where to save it first. */
const KEPT_MS = 120_000;

/** Hands a file to the browser, which saves it where the person's downloads go, or asks. */
export function offerFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** Whether the phone can hand the file to another app, such as its own cloud or mail. */
export const canShare = (file: File): boolean => navigator.canShare?.({ files: [file] }) === true;

/** Hands the file to the app the person chooses; resolves too when they choose none. */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // Nothing was chosen, or the app that was refused it: the file is still here to be saved.
    if (!(error instanceof DOMException)) throw error;
  }
}
