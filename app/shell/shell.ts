/** What the service worker and the browser offer; each change replaces the whole. */
export interface ShellState {
  /** Everything needed to open without a network is on the phone. */
  readonly offlineReady: boolean;
  /** A newer version waits; nothing is reloaded until `applyUpdate`. */
  readonly updateReady: boolean;
  /** The browser would show its install question. */
  readonly installable: boolean;
  /**
   * In a tab on iOS, where installing is only Share > Add to Home Screen and starts a separate, empty journal: the person
   * should do it before the first entry.
   */
  readonly manualInstall: boolean;
  readonly online: boolean;
}

export interface Shell {
  readonly state: ShellState;
  subscribe(listener: (state: ShellState) => void): () => void;
  applyUpdate(): Promise<void>;
  install(): Promise<boolean>;
}
