import { argon2id } from 'hash-wasm';
import { kekOfCode, rootOf } from '../../formats/backup-formats';
import { hkdf } from '../../formats/vault-formats';
import type { StoredWrap } from './dump';

/** The root keys that these secrets, passphrases or recovery codes, and these outputs of passkeys open among these wraps. */
export async function rootsBehind(
  wraps: readonly StoredWrap[],
  secrets: readonly string[],
  outputs: readonly Buffer[],
): Promise<Buffer[]> {
  const roots: Buffer[] = [];
  for (const { json } of wraps.filter(({ kind }) => kind === 'passkey'))
    for (const output of outputs) {
      const kek = hkdf(output, Buffer.from(json.kdf.salt, 'base64'), 'reverie/wrap/passkey/1');
      const root = await rootOf(json, () => kek).catch(() => null);
      if (root) roots.push(root);
    }
  const keks = new Map<string, Buffer>();
  for (const { json, kind } of wraps) {
    for (const secret of secrets) {
      const salt = Buffer.from(json.kdf.salt, 'base64');
      const name = `${json.kdf.salt} ${secret}`;
      if (kind === 'passphrase' && !keks.has(name)) keks.set(name, await passphraseKek(json.kdf.params, salt, secret));
      const kek = kind === 'passphrase' ? keks.get(name)! : kind === 'recovery' ? kekOfCode(secret)(json) : null;
      const root = kek && (await rootOf(json, () => kek).catch(() => null));
      if (root) roots.push(root);
    }
  }
  return roots;
}

async function passphraseKek(params: Record<string, number>, salt: Buffer, secret: string): Promise<Buffer> {
  const { memoryKib, passes, lanes } = params as { memoryKib: number; passes: number; lanes: number };
  const cost = { memorySize: memoryKib, iterations: passes, parallelism: lanes, hashLength: 32 };
  return Buffer.from(await argon2id({ ...cost, salt, password: secret.normalize('NFKC'), outputType: 'binary' }));
}
