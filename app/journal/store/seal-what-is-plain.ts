import { log } from '../../base/log';
import type { EntryIndex } from '../index/entry-index';
import { findPlain } from '../records/find-records';
import type { Vault } from '../vault/vault';
import { sealPlain } from './seal-plain';
import type { SealedConnection } from './sealed-connection';

/** If this fails, say on a full disk, the journal opens all the same: plain records are read as they are, and sealed at a later start. */
export async function sealWhatIsPlain(sealed: SealedConnection, index: EntryIndex, vault: Vault): Promise<void> {
  try {
    await sealPlain(sealed, index);
    await vault.allIsSealed();
    sealed.replaceKeys(await vault.keys());
  } catch (error) {
    log.warn('older records could not be sealed yet', error);
    // Another tab has replaced the journal, and said so before this tab listened.
    if (vault.locked) return sealed.onReplaced();
    await index.takePlain(await findPlain(sealed, Infinity));
  }
}
