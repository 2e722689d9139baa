import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the system can change under a page that changes our tokens. */
const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'] as const;

/** Calls `onChange` when the tokens change: by the system, or by `data-theme` on <html>. */
export class ThemeWatch implements ReactiveController {
  readonly #queries = QUERIES.map((query) => matchMedia(query));
  readonly #observer: MutationObserver;

  constructor(
    host: ReactiveControllerHost,
    private readonly onChange: () => void,
  ) {
    this.#observer = new MutationObserver(onChange);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    for (const query of this.#queries) query.addEventListener('change', this.onChange);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    for (const query of this.#queries) query.removeEventListener('change', this.onChange);
  }
}
