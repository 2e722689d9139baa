import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is drawn for before it is known how wide the page is: a phone. */
const USUAL_PX = 310;

/** The width that something inside its host has, in whole pixels; the host draws again when that changes. */
export class WidthWatch implements ReactiveController {
  px = USUAL_PX;
  readonly #host: ReactiveControllerHost;
  readonly #inside: () => Element | null;
  readonly #observer: ResizeObserver;
  #watched: Element | null = null;

  constructor(host: ReactiveControllerHost, inside: () => Element | null) {
    this.#host = host;
    this.#inside = inside;
    this.#observer = new ResizeObserver(([entry]) => this.#take(entry!.contentRect.width));
    host.addController(this);
  }

  hostUpdated(): void {
    const inside = this.#inside();
    if (inside === this.#watched) return;
    this.#observer.disconnect();
    this.#watched = inside;
    if (!inside) return;
    this.#observer.observe(inside);
    this.#take(inside.clientWidth);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = null;
  }

  #take(width: number): void {
    const px = Math.floor(width);
    if (px === this.px || px === 0) return;
    this.px = px;
    this.#host.requestUpdate();
  }
}
