import type { Attack } from './attack';
import { craftedFiles } from './crafted-files';
import { fullDisk } from './full-disk';
import { killSealing } from './kill-sealing';
import { killedSaving } from './killed-saving';
import { leftFirstView } from './left-first-view';
import { lockedAfterChange } from './locked-after-change';
import { passphrases } from './passphrases';
import { filesScanned } from './scan/files-scanned';

/** Every attack that is rerun by one command. `docs/attacks.md` lists the same ones: `test/architecture/attacks.test.ts`. */
export const ATTACKS: readonly Attack[] = [
  killedSaving,
  fullDisk,
  leftFirstView,
  passphrases,
  craftedFiles,
  filesScanned,
  killSealing,
  lockedAfterChange,
];
