import type { Vault } from '../vault/vault';
import { sealAgain } from './seal-again';
import type { SealedConnection } from './sealed-connection';

/**
 * Seals the records that an older key still opens with the one in use, and notes when all are. Only one tab at a time does it; the
 * others wait, and go on if that one is closed. Rejects like `sealAgain`. See: [Note: A new key]
 */
export async function sealRest(sealed: SealedConnection, vault: Vault, journalName: string): Promise<void> {
  const { ended: signal } = sealed;
  if (vault.locked) return;
  await navigator.locks.request(`${journalName}-sealing`, { signal }, async () => {
    await vault.reload();
    if (vault.locked || !vault.sealing) return;
    const { key } = vault;
    try {
      await sealAgain(sealed, { signal, onProgress: (progress) => vault.tellProgress(progress) });
      await vault.store.noteSealed(key);
    } finally {
      vault.tellProgress(null);
    }
  });
}

/**
 * Notes that there is a list of the months, for a lock that was set before there were lists. Without a lock, whoever can write could say
 * anything. See: [Note: Order and absence]
 */
export async function noteListed(vault: Vault): Promise<void> {
  if (!vault.locked) await vault.changeProtection(() => ({ listed: true }));
}
