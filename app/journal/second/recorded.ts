import type { Writing } from '../store/plain-store';
import type { StoreName } from '../store/schema';
import type { RecordChange } from './record-file';

/** `transaction`, which adds to `changes` what is changed through it. Records are never changed by a cursor. */
export function recorded(transaction: Writing, changes: RecordChange[]): Writing {
  return with_(transaction, {
    objectStore: (name: StoreName) => {
      const store = transaction.objectStore(name);
      return with_(store, {
        put: (record: { readonly id: string }) => {
          changes.push({ store: name, put: record });
          return store.put(record as never);
        },
        delete: (id: string) => {
          changes.push({ store: name, delete: id });
          return store.delete(id);
        },
        clear: () => {
          changes.push({ store: name, clear: true });
          return store.clear();
        },
      });
    },
  });
}

/** `whole` with some of its methods replaced. */
const with_ = <T extends object>(whole: T, replaced: Readonly<Record<string, unknown>>): T =>
  new Proxy(whole, {
    get: (_, key) => {
      if (typeof key === 'string' && key in replaced) return replaced[key];
      const value: unknown = Reflect.get(whole, key);
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
