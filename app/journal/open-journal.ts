import { systemClock } from '../base/clock';
import { whenIdle } from '../base/idle';
import { log } from '../base/log';
import type { OutlineVariables } from '../variables/outline-variables';
import { EntryIndex } from './index/entry-index';
import { type AroundErase, IndexedDbJournal } from './indexed-db-journal';
import type { Journal } from './journal';
import { Safeguard } from './second/safeguard';
import { ChangeBroadcast, tellReplaced } from './store/broadcast';
import { Connection, type ConnectionOptions } from './store/connection';
import { DATABASE_NAME } from './store/database-name';
import { SealedConnection } from './store/sealed-connection';
import type { TriesClock } from './vault/tries';
import { Vault } from './vault/vault';
import type { Secret, Wrap } from './vault/wraps';

export interface JournalOptions extends ConnectionOptions {
  /** The clocks by which tries are counted and wraps dated. */
  readonly clock?: TriesClock;
  readonly aroundErase?: AroundErase;
  /** What months keep of their entries; a test adds to it. */
  readonly outlineVariables?: OutlineVariables;
  /** Called when another tab has erased or replaced the journal: nothing that was read is true any more. */
  readonly onReplaced?: () => void;
}

/** The database and its vault. Once the vault is unlocked, `open` opens the journal itself. */
export interface ClosedJournal {
  readonly vault: Vault;
  /** Rejects with Failure `journal-locked` while the vault is locked. */
  open(): Promise<Journal>;
  /** If the journal is empty, gives it the lock of another one and tells the other tabs. See `adoptLock`. */
  adopt(wraps: readonly Wrap[], secret: Secret): Promise<boolean>;
  close(): void;
}

/** Opens the database and its vault, and creates them if there are none. If it rejects with Failure, nothing has changed. */
export async function openVault(options: JournalOptions = {}): Promise<ClosedJournal> {
  const { name = DATABASE_NAME, clock = systemClock } = options;
  const guard = new Safeguard(name);
  await guard.begin(clock.epochMs());
  const connection = new Connection({ ...options, guard });
  await connection.open();
  try {
    const vault = await Vault.open(connection, clock);
    return {
      vault,
      open: () => openUnlocked(connection, vault, name, options),
      adopt: async (wraps, secret) => {
        const isAdopted = await (await import('./vault/secrets')).adoptLock(vault, connection, wraps, secret);
        if (isAdopted) tellReplaced(name);
        return isAdopted;
      },
      close: () => connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens a journal that has no lock. */
export const openJournal = async (options: JournalOptions = {}): Promise<Journal> => (await openVault(options)).open();

async function openUnlocked(
  connection: Connection,
  vault: Vault,
  name: string,
  options: JournalOptions,
): Promise<Journal> {
  const sealed = new SealedConnection(connection, await vault.keys());
  sealed.onReplaced = () => options.onReplaced?.();
  const { listed } = vault.protection;
  const index = await EntryIndex.load(sealed, options.outlineVariables, listed);
  if (index.isListed && !listed && vault.protected) void noteListed(vault);
  if (vault.plainLeft) await sealWhatIsPlain(sealed, index, vault);
  const seal = (): void => void sealInBackground(sealed, vault, name);
  vault.onKeys = (keys) => {
    sealed.replaceKeys(keys);
    seal();
  };
  seal();
  const broadcast = new ChangeBroadcast(name);
  broadcast.onReplaced = () => options.onReplaced?.();
  return new IndexedDbJournal(name, sealed, index, vault, broadcast, options.aroundErase);
}

/** A lock that was set before there were lists does not say that there is one. Without a lock, whoever can write could say anything. */
async function noteListed(vault: Vault): Promise<void> {
  try {
    await whenIdle();
    if (!vault.locked) await vault.changeProtection(() => ({ listed: true }));
  } catch (error) {
    log.warn('that there is a list is noted at a later start', error);
  }
}

/** If this fails, say on a full disk, the journal opens all the same: plain records are read as they are, and sealed at a later start. */
async function sealWhatIsPlain(sealed: SealedConnection, index: EntryIndex, vault: Vault): Promise<void> {
  try {
    await (await import('./store/seal-plain')).sealPlain(sealed, index);
    await vault.allIsSealed();
    sealed.replaceKeys(await vault.keys());
  } catch (error) {
    log.warn('older records could not be sealed yet', error);
    // Another tab has replaced the journal, and said so before this tab listened.
    if (vault.locked) return sealed.onReplaced();
    await index.addPlain();
  }
}

/** Seals what is sealed with a key of before again, when the page is idle. Its code is fetched only if there may be some. */
async function sealInBackground(sealed: SealedConnection, vault: Vault, name: string): Promise<void> {
  if (vault.locked || !vault.sealing) return;
  try {
    await whenIdle();
    await (await import('./store/background-sealing')).sealRest(sealed, vault, name);
  } catch (error) {
    if (!sealed.ended.aborted) log.warn('records are not sealed with the new key yet; the next start goes on', error);
  }
}
