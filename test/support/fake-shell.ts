import type { Shell, ShellState } from '../../app/services/types';
import { Listeners } from './asked';

/** What the browser offers, set by the test with `change`. */
export class FakeShell implements Shell {
  state: ShellState = {
    offlineReady: true,
    updateReady: false,
    installable: false,
    manualInstall: false,
    online: true,
  };
  readonly calls: string[] = [];
  readonly #listeners = new Listeners<[ShellState]>();
  readonly subscribe = this.#listeners.subscribe;

  change(change: Partial<ShellState>): void {
    this.state = { ...this.state, ...change };
    this.#listeners.tell(this.state);
  }

  async applyUpdate(): Promise<void> {
    this.calls.push('update');
  }

  async install(): Promise<boolean> {
    this.calls.push('install');
    return true;
  }
}
