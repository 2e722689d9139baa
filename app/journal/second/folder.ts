import { DoubtMark } from './doubt-mark';

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

/** Removes it with all that is in it. */
export async function removeSecondPlace(journalName: string): Promise<void> {
  if (!(await hasSecondPlace(journalName))) return;
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(secondFolder(journalName), { recursive: true });
}

/** Ends the doubt about a store, because it was deleted: removes the second place, and the mark. */
export async function forgetDoubt(journalName: string): Promise<void> {
  await removeSecondPlace(journalName);
  new DoubtMark(journalName).clear();
}
