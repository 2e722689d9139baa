import type { Vault } from '../../vault/vault';
import type { JournalKeys } from '../copies/copies';

/**
 * The vault's root as the key of backups and copies, with the ways in that a person can carry elsewhere; null while it is
 * locked. The device's own key and a passkey open nothing on another device, so they are in no file.
 */
export const journalKeys = (vault: Vault): JournalKeys | null =>
  vault.locked
    ? null
    : {
        fileKey: (salt) => vault.deriveKey('backup', salt),
        wraps: vault.wraps.filter(({ kind }) => kind === 'passphrase' || kind === 'recovery'),
      };
