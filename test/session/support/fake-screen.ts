import type { Bell, Visibility, WakeLock } from '../../../app/capture/types';
import type { Signal } from '../../../app/domain/settings/settings';
import { settle } from './fake-time';

export class FakeVisibility implements Visibility {
  hidden = false;
  readonly listeners = new Set<(hidden: boolean) => void>();

  subscribe(listener: (hidden: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async set(hidden: boolean): Promise<void> {
    this.hidden = hidden;
    for (const listener of this.listeners) listener(hidden);
    await settle();
  }
}

export class FakeWakeLock implements WakeLock {
  held = false;
  async acquire(): Promise<void> {
    this.held = true;
  }
  async release(): Promise<void> {
    this.held = false;
  }
}

/** Writes down what it was asked to ring. */
export class FakeBell implements Bell {
  readonly rings: string[] = [];

  wake(signal: Signal): void {
    this.rings.push(`wake ${signal}`);
  }

  ring(moment: 'begin' | 'end', signal: Signal): void {
    this.rings.push(`${moment} ${signal}`);
  }

  rest(): void {
    this.rings.push('rest');
  }
}
