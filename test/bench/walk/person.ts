import type { Locator, Page } from 'playwright-core';
import { settle } from '../../e2e/app';
import { visibleTexts } from './visible-texts';

/** How long a press takes with what leads to it, in milliseconds. A typed letter is one. */
export const TAP_MS = 300;
/** What people read of plain text on a screen, a minute: Brysbaert 2019, J Mem Lang 109:104047, has 238. */
export const WORDS_A_MINUTE = 240;

/** What a stretch of a walk took somebody. */
export interface Took {
  readonly taps: number;
  readonly words: number;
  /** Of steps that last as long as they last, in milliseconds. */
  readonly satMs: number;
  readonly seconds: number;
}

/**
 * Somebody who reads all that comes into view before they press anything, each text once, and then presses. Their time is reckoned and not
 * waited for, so it is the same on every machine; what the app itself takes is measured elsewhere.
 */
export class Person {
  readonly #known = new Set<string>();
  #taps = 0;
  #words = 0;
  #satMs = 0;

  constructor(private readonly page: Page) {}

  /** Somebody else comes, who has read nothing yet. */
  forget(): void {
    this.#known.clear();
  }

  async read(): Promise<void> {
    await settle(this.page);
    for (const text of await this.page.evaluate(visibleTexts)) {
      if (this.#known.has(text)) continue;
      this.#known.add(text);
      this.#words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
  }

  async tap(control: Locator, options: Parameters<Locator['click']>[0] = {}): Promise<void> {
    await control.waitFor();
    await this.read();
    await control.click(options);
    this.#taps += 1;
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.tap(field);
    await field.fill(text);
    this.#taps += text.length;
  }

  /** Stays for a step that lasts `ms`, which is then passed with `skip`. */
  async sit(ms: number, skip: Locator): Promise<void> {
    await skip.waitFor();
    await skip.click();
    this.#satMs += ms;
  }

  /** What it took since this was last asked. */
  took(): Took {
    const [taps, words, satMs] = [this.#taps, this.#words, this.#satMs];
    [this.#taps, this.#words, this.#satMs] = [0, 0, 0];
    return { taps, words, satMs, seconds: (taps * TAP_MS + satMs) / 1_000 + (60 * words) / WORDS_A_MINUTE };
  }
}
