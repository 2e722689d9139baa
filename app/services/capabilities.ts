import type { Device } from './device';
import { type Fetched, fetched } from './fetched';
import type { Page } from './page';

/*
 * [Note: Capabilities]
 *
 * What the screens ask for beyond the first view is fetched when it is first needed, so that the app starts with little. A
 * capability is one file here, with its interface and an `open` that makes it for a page, and one line below: `Services` has it by
 * the type of that line. Screens import only types from here; instances come by the context.
 *
 * A capability that could not be fetched rejects with Failure `not-fetched`, which the screen tells beside a way to try again. The
 * shell asks for what a screen cannot do without while it fetches the screen's own code, and Today asks for recalls while it is
 * idle, so that a press finds them there.
 */
export function capabilities(page: Page) {
  const device = fetched(() => import('./device'), page);
  return {
    recalls: fetched(() => beside(device(), import('./recalls')), page, device),
    cues: fetched(() => import('./cues'), page),
    dayWords: fetched(() => import('./check-ins/day-words'), page),
    checkIns: fetched(() => import('./check-ins/check-ins'), page),
    device: device as Fetched<Device>,
    backups: fetched(() => import('./backups'), page),
    files: fetched(() => import('./files')),
    imports: fetched(() => import('./imports'), page),
    exports: fetched(() => import('./exports'), page),
    shares: fetched(() => import('../shell/shares')),
    consents: fetched(() => import('./consent/consents'), page),
    erasing: fetched(() => import('./consent/erase-all'), page),
    undos: fetched(() => import('./undos')),
    insights: fetched(() => import('./insights'), page),
    room: fetched(() => import('./room'), page),
    reminders: fetched(() => import('./reminders'), page),
    learnt: fetched(() => import('./person/learnt'), page),
    reviews: fetched(() => import('./reviews'), page),
    samples: fetched(() => import('./samples'), page),
  };
}

export type Capabilities = ReturnType<typeof capabilities>;

/** `code`, once what it works with is there too: the two are fetched at the same time. */
const beside = async <Code>(other: Promise<unknown>, code: Promise<Code>): Promise<Code> =>
  (await Promise.all([code, other]))[0];
