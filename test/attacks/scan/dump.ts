import type { Page } from 'playwright-core';
import { type JsonWrap, wrapOfJson } from '../../formats/backup-formats';
import { type olderRoot, openGcm, type PairWrap, wrapContext } from '../../formats/vault-formats';

/** A wrap as it lay in the store. */
export interface StoredWrap {
  readonly kind: string;
  readonly json: JsonWrap;
  readonly wrap: PairWrap;
  /** The root in it, if it lies under `kek` itself. Throws if it does not. */
  rootUnder(kek: Buffer): Buffer;
}

/** What an attack needs of a journal's records, as they lie in the store. */
export interface Dump {
  readonly meta: { readonly salt: Buffer; readonly key: Buffer };
  readonly sealing: boolean;
  readonly wraps: readonly StoredWrap[];
  readonly olders: readonly ReturnType<typeof olderRoot>[];
  readonly entries: readonly { readonly id: string; readonly body: Buffer }[];
}

/** The records of the page's journal, past the app. */
export async function dump(page: Page): Promise<Dump> {
  const { vault, entries } = JSON.parse(await page.evaluate(readStores)) as Stores;
  const meta = vault.find(({ id }) => id === 'meta')!;
  return {
    meta: { salt: bytes(meta.salt), key: bytes(meta.key) },
    sealing: vault.some(({ id }) => id === 'sealing'),
    wraps: vault.flatMap(({ wrap }) => (wrap ? [storedWrap(wrap)] : [])),
    olders: vault.flatMap(({ older }) =>
      older
        ? [
            {
              version: 1,
              key: bytes(older.key),
              under: bytes(older.under),
              iv: bytes(older.iv),
              wrapped: bytes(older.wrapped),
            },
          ]
        : [],
    ),
    entries: entries.map(({ id, body }) => ({ id, body: bytes(body) })),
  };
}

interface Stores {
  readonly vault: readonly {
    readonly id: string;
    readonly salt?: string;
    readonly key?: string;
    readonly wrap?: JsonWrap;
    readonly older?: Readonly<Record<'key' | 'under' | 'iv' | 'wrapped', string>>;
  }[];
  readonly entries: readonly { readonly id: string; readonly body: string }[];
}

const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');

function storedWrap(json: JsonWrap): StoredWrap {
  const wrap = wrapOfJson(json);
  const context = wrapContext(wrap);
  return { kind: json.kind, json, wrap, rootUnder: (kek) => openGcm(kek, wrap.iv, context, wrap.wrapped) };
}

/** In the page: the vault and the entries as JSON, bytes in base64. */
async function readStores(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  const all: Record<string, unknown> = {};
  for (const name of ['vault', 'entries']) {
    all[name] = await new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  }
  database.close();
  return JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value));
}
