/** The name of the folder of the second place in the browser's private file system. */
export const secondFolder = (journalName: string): string => `second-${journalName}`;

/** Whether there is a second place. Quick, because each start of the app asks. */
export async function hasSecondPlace(journalName: string): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(secondFolder(journalName));
    return true;
  } catch {
    return false;
  }
}

/** How the name of a file begins that holds all of the journal. */
export const WHOLE_PREFIX = 'whole-';

/** Whether all of the journal lies in the second place, as it was once. */
export async function hasWhole(journalName: string): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    const names = (await root.getDirectoryHandle(secondFolder(journalName))).keys();
    for (let next = await names.next(); !next.done; next = await names.next()) {
      if (next.value.startsWith(WHOLE_PREFIX) && next.value.endsWith('.records')) return true;
    }
  } catch {
    // There is no second place.
  }
  return false;
}
