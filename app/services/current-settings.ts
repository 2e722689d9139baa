import { log } from '../base/log';
import type { Settings } from '../domain/settings/settings';
import type { Journal } from '../journal/journal';
import type { Vault } from '../journal/vault/vault';
import { applyTheme } from '../shell/theme';

/** The settings in force: read again after each change, in this tab or another; those of before stay where that fails. */
export class CurrentSettings {
  readonly #journal: Journal;
  readonly #vault: Pick<Vault, 'lockRecord' | 'changeLock'>;
  #now: Settings;

  /** @param settings those the page was opened with */
  constructor(journal: Journal, vault: Pick<Vault, 'lockRecord' | 'changeLock'>, settings: Settings) {
    this.#journal = journal;
    this.#vault = vault;
    this.#now = settings;
    journal.subscribe(() => void this.#readAgain());
  }

  get now(): Settings {
    return this.#now;
  }

  async #readAgain(): Promise<void> {
    try {
      this.#now = await this.#journal.settings();
      const { theme } = this.#now;
      applyTheme(theme);
      // The lock screen comes before the settings can be read.
      if (theme !== this.#vault.lockRecord.theme) await this.#vault.changeLock({ theme });
    } catch (error) {
      log.warn('the settings could not be read again', error);
    }
  }
}
