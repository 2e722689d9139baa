import { DATABASE_NAME } from './database-name';

/**
 * A mark outside the database that says: this browser holds a journal. A browser that finds a damaged database deletes it and
 * opens an empty one, sometimes without saying so. The mark is how we know that there was one.
 */
export interface StoreMark {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

/** The mark in `localStorage`, which browsers keep in other files than databases. Without `localStorage` nothing is marked. */
export function storeMark(journalName = DATABASE_NAME): StoreMark {
  const key = `${journalName}-journal`;
  const quietly = <T>(work: (storage: Storage) => T): T | null => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };
  return {
    isSet: () => quietly((storage) => storage.getItem(key) !== null) ?? false,
    set: () => void quietly((storage) => storage.setItem(key, 'here')),
    clear: () => void quietly((storage) => storage.removeItem(key)),
  };
}
