import { argon2id } from 'hash-wasm';
import type { Page } from 'playwright-core';
import { type JsonWrap, kekOfCode, rootOf } from '../formats/backup-formats';
import { hkdf } from '../formats/vault-formats';

/**
 * The bytes of every key of the page's journal, out of its database and the person's two secrets alone: the root key, the one for
 * records, and those of passphrase and recovery code.
 */
export async function rawKeys(page: Page, passphrase: string, code: string): Promise<Buffer[]> {
  const { wraps, salt } = await page.evaluate(readVault);
  const [byPassphrase, byCode] = ['passphrase', 'recovery'].map((kind) => wraps.find((wrap) => wrap.kind === kind)!);
  const keks = {
    passphrase: await passphraseKek(byPassphrase!, passphrase),
    recovery: await kekOfCode(code)(byCode!),
  };
  const root = await rootOf(byCode!, () => keks.recovery);
  if (!root.equals(await rootOf(byPassphrase!, () => keks.passphrase))) throw new Error('two secrets, two root keys');
  return [root, hkdf(root, Buffer.from(salt, 'base64'), 'reverie/records/1'), keks.passphrase, keks.recovery];
}

async function passphraseKek({ kdf }: JsonWrap, passphrase: string): Promise<Buffer> {
  const { memoryKib, passes, lanes } = kdf.params as { memoryKib: number; passes: number; lanes: number };
  const cost = { memorySize: memoryKib, iterations: passes, parallelism: lanes, hashLength: 32 };
  const salt = Buffer.from(kdf.salt, 'base64');
  return Buffer.from(await argon2id({ ...cost, salt, password: passphrase.normalize('NFKC'), outputType: 'binary' }));
}

/** In the page: its wraps and the salt of its keys, bytes in base64. */
async function readVault(): Promise<{ wraps: JsonWrap[]; salt: string }> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  const records = await new Promise<{ id: string; wrap?: object; salt?: Uint8Array }[]>((resolve) => {
    const request = database.transaction('vault').objectStore('vault').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  const text = JSON.stringify(records, (_, value) =>
    value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value,
  );
  const read = JSON.parse(text) as { id: string; wrap?: JsonWrap; salt?: string }[];
  return {
    wraps: read.flatMap(({ wrap }) => wrap ?? []),
    salt: read.find(({ id }) => id === 'meta')!.salt!,
  };
}
