import { DoubtMark } from './doubt-mark';
import { hasSecondPlace, secondFolder } from './folder';

/** A browser frees a file a little after its worker has closed it, and tells nobody when; until then its folder can't be removed. */
const TRIES = 30;
const AGAIN_MS = 100;

/** Removes it with all that is in it. */
export async function removeSecondPlace(journalName: string): Promise<void> {
  if (!(await hasSecondPlace(journalName))) return;
  const root = await navigator.storage.getDirectory();
  for (let left = TRIES; ; left--) {
    try {
      return await root.removeEntry(secondFolder(journalName), { recursive: true });
    } catch (error) {
      if (left === 0 || !(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Ends the doubt about a store, because it was deleted: removes the second place, and the mark. */
export async function forgetDoubt(journalName: string): Promise<void> {
  await removeSecondPlace(journalName);
  new DoubtMark(journalName).clear();
}
