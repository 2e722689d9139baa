import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PHONE } from '../../e2e/app';
import type { Sent, Traffic } from './traffic';

/** What each journey of docs/budgets.md made the browser fetch, by the name it has there. */
export type Journeys = ReadonlyMap<string, readonly Sent[]>;

export type Walk = (walks: Walks, page: Page) => Promise<void>;

/** The app begins what takes at least this long to begin when nobody waits for it, in milliseconds. */
const AT_REST_MS = 1_000;

/** Phones that have not been here before, one for each walk, and what their journeys fetched. */
export class Walks {
  readonly journeys = new Map<string, readonly Sent[]>();

  constructor(
    private readonly browser: Browser,
    private readonly traffic: Traffic,
    readonly dist: string,
  ) {}

  get url(): string {
    return this.traffic.url;
  }

  /** Walks on a phone of its own. */
  async visit(walk: Walk, language = 'en-GB'): Promise<void> {
    // Service workers are not let in: they fetch the whole app beside what a journey does, and answer what comes after it.
    const context = await this.browser.newContext({ viewport: PHONE, locale: language, serviceWorkers: 'block' });
    await leaveNoRest(context);
    this.traffic.take();
    await walk(this, await context.newPage());
    await context.close();
  }

  /** What was fetched since the last call, once nothing more is. */
  async fetched(page: Page): Promise<readonly Sent[]> {
    await this.traffic.quiet();
    await page.evaluate(() => new Promise<unknown>((resolve) => requestIdleCallback(resolve)));
    await this.traffic.quiet();
    return this.traffic.take();
  }

  /** Ends a journey: what was fetched since the last one ended belongs to it. */
  async end(name: string, page: Page): Promise<void> {
    this.keep(name, await this.fetched(page));
  }

  /** One that is walked again, as the first view is by each phone, keeps the account of the time that fetched the most. */
  keep(name: string, sent: readonly Sent[]): void {
    const before = this.journeys.get(name);
    if (!before || lengthOf(sent) > lengthOf(before)) this.journeys.set(name, sent);
  }
}

const lengthOf = (sent: readonly Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** What is fetched in a minute of rest belongs to no journey, and how long a walk takes depends on the machine. */
const leaveNoRest = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((atRestMs) => {
    const set = globalThis.setTimeout;
    globalThis.setTimeout = ((work: () => void, ms = 0) => (ms < atRestMs ? set(work, ms) : 0)) as typeof set;
  }, AT_REST_MS);
