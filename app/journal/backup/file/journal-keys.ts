import { deriveKey } from '../../vault/crypto';
import type { Vault } from '../../vault/vault';
import type { JournalKeys } from '../copies/copies';

/**
 * The keys of backups and copies: the vault's root key, with its wraps for passphrase and recovery code. Null while the vault is
 * locked. The device's own key and a passkey open nothing on another device, so files do not contain their wraps.
 */
export const journalKeys = (vault: Vault): JournalKeys | null =>
  vault.locked
    ? null
    : {
        fileKey: (salt) => vault.deriveKey('backup', salt),
        olderFileKeys: async (salt) =>
          Promise.all((await vault.olderRoots()).map(({ root }) => deriveKey(root, 'backup', salt))),
        copiesCode: vault.protection.copiesCode,
        wraps: vault.wraps.filter(({ kind }) => kind === 'passphrase' || kind === 'recovery'),
      };
