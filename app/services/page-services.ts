import { onEarlyPress } from '../shell/first-visit';
import type { Shell } from '../shell/shell';
import { capabilities } from './capabilities';
import { copiesKept } from './copies-kept';
import { PageDrafts } from './drafts';
import type { Page } from './page';
import type { LockControl, Services } from './types';

/** The services of a page: the instances its screens are handed. */
export function pageServices(page: Page, lock: LockControl, shell: Shell): Services {
  const { journal, clock, appVersion, inSample, settings } = page;
  const fetched = capabilities(page);
  return {
    ...fetched,
    journal,
    lock,
    shell,
    clock,
    appVersion,
    inSample,
    settings,
    drafts: new PageDrafts(page),
    copiesKept: () => copiesKept(fetched.backups),
    onEarlyPress,
  };
}
