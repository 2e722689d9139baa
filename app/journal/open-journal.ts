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
  if (vault.plainLeft) await (await import('./store/seal-plain')).sealWhatIsPlain(sealed, index, vault);
  const seal = (): void => {
    if (vault.sealing) void whileIdle(sealed, async () => (await background()).sealRest(sealed, vault, name));
  };
  vault.onKeys = (keys) => {
    sealed.replaceKeys(keys);
    seal();
  };
  seal();
  // The list is there by now: loading the index has made it.
  if (!listed && vault.protected) void whileIdle(sealed, async () => (await background()).noteListed(vault));
  const broadcast = new ChangeBroadcast(name);
  broadcast.onReplaced = () => options.onReplaced?.();
  return new IndexedDbJournal(name, sealed, index, vault, broadcast, options.aroundErase);
}

const background = () => import('./store/background-sealing');

/** What nobody waits for: its code is fetched where there is something to do. */
async function whileIdle(sealed: SealedConnection, work: () => Promise<unknown>): Promise<void> {
  try {
    await whenIdle();
    await work();
  } catch (error) {
    if (!sealed.ended.aborted) log.warn('the next start goes on with this', error);
  }
}
