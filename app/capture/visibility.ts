import type { Visibility } from './types';

/** Visibility of this page. `pagehide` counts as hidden: on iOS it may be the last thing a page hears. */
export class PageVisibility implements Visibility {
  get hidden(): boolean {
    return document.visibilityState === 'hidden';
  }

  subscribe(listener: (hidden: boolean) => void): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('visibilitychange', () => listener(this.hidden), { signal });
    window.addEventListener('pagehide', () => listener(true), { signal });
    window.addEventListener('pageshow', () => listener(this.hidden), { signal });
    return () => listening.abort();
  }
}
