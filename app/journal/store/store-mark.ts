import { DATABASE_NAME } from './database-name';

/**
 * That this browser holds a journal, noted apart from the database. A browser that finds a store damaged throws it away and
 * opens an empty one in its place, sometimes without a word: only from elsewhere can it be told that there was one.
 */
export interface StoreMark {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

/** The mark in `localStorage`, which lies in other files than databases do. Where there is none, nothing is ever marked. */
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
