import { deleteDB, openDB } from 'idb';
import { newId } from '../../../app/base/ids';
import type { Journal } from '../../../app/journal/journal';
import { openJournal } from '../../../app/journal/open-journal';
import { Connection } from '../../../app/journal/store/connection';
import type { StoreName } from '../../../app/journal/store/schema';
import { RECORD_VERSION } from '../../../app/journal/vault/sealing-codec';
import { Vault } from '../../../app/journal/vault/vault';
import { META_ID } from '../../../app/journal/vault/vault-records';

/** A database of its own per test, and as many tabs on it as the test opens; all gone afterwards. */
export class Desk {
  readonly name = `test-${newId()}`;
  private readonly tabs: { close(): void }[] = [];

  async tab(options: Parameters<typeof openJournal>[0] = {}): Promise<Journal> {
    const journal = await openJournal({ ...options, name: this.name });
    this.tabs.push(journal);
    return journal;
  }

  alsoClose(tab: { close(): void }): void {
    this.tabs.push(tab);
  }

  /** What lies in a store, past the journal's own reading. */
  async raw(store: StoreName): Promise<Record<string, unknown>[]> {
    const database = await openDB(this.name);
    try {
      return await database.getAll(store);
    } finally {
      database.close();
    }
  }

  /** Puts a record into a store, past the journal's own checks. */
  async plant(store: StoreName, record: unknown): Promise<void> {
    const database = await openDB(this.name);
    try {
      await database.put(store, record);
    } finally {
      database.close();
    }
  }

  async remove(store: StoreName, id: string): Promise<void> {
    const database = await openDB(this.name);
    await database.delete(store, id);
    database.close();
  }

  /** Puts `value` into a store, sealed as the journal would but past its checks; `more` are the record's clear fields. */
  async plantSealed(store: StoreName, id: string, value: unknown, more: object = {}): Promise<void> {
    await this.plant(store, {
      id,
      version: RECORD_VERSION,
      ...more,
      body: await (await this.codec()).seal({ store, id }, value),
    });
  }

  /** What is sealed in a record, past the journal's checks. */
  async unsealed(store: StoreName, id: string): Promise<unknown> {
    const record = (await this.raw(store)).find((one) => one.id === id);
    return (await this.codec()).open({ store, id }, record?.body);
  }

  /** Makes of the vault one of an older version, which believes that version 1 left records in the clear, as the test has planted them. */
  async forgetSealing(): Promise<void> {
    const { id, salt, createdMs } = (await this.raw('vault')).find((record) => record.id === META_ID)!;
    await this.plant('vault', { id, version: 1, salt, createdMs, plainLeft: true });
  }

  private async codec() {
    const connection = new Connection({ name: this.name });
    try {
      return (await (await Vault.open(connection)).keys()).codec;
    } finally {
      connection.close();
    }
  }

  /** Keeps a store busy with a transaction that does not end until the returned function is called. */
  async hold(store: StoreName): Promise<() => Promise<void>> {
    const database = await openDB(this.name);
    const transaction = database.transaction(store, 'readwrite');
    let held = true;
    const keepBusy = async () => {
      while (held) await transaction.store.count();
    };
    const busy = keepBusy();
    return async () => {
      held = false;
      await Promise.all([busy, transaction.done]);
      database.close();
    };
  }

  async clear(): Promise<void> {
    for (const tab of this.tabs) tab.close();
    await deleteDB(this.name);
  }
}

/** What `promise` rejects with; fails the test if it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a rejection');
}

/** Replaces a method for the time of `work`. */
export async function whileStubbed<T, K extends keyof T, R>(
  owner: T,
  method: K,
  stub: T[K],
  work: () => Promise<R>,
): Promise<R> {
  const original = owner[method];
  owner[method] = stub;
  try {
    return await work();
  } finally {
    owner[method] = original;
  }
}

/** Resolves when every record of an open journal is sealed with the key in use. */
export async function allSealed(vault: Vault): Promise<void> {
  const tell = vault.onProgress;
  try {
    for (;;) {
      const told = new Promise<void>((resolve) => {
        vault.onProgress = () => {
          tell();
          resolve();
        };
      });
      await vault.reload();
      if (!vault.sealing && !vault.progress) return;
      await told;
    }
  } finally {
    vault.onProgress = tell;
  }
}
