import type { Attack } from './attack';
import { craftedFiles } from './crafted-files';
import { fullDisk } from './full-disk';
import { killedSaving } from './killed-saving';
import { leftFirstView } from './left-first-view';
import { passphrases } from './passphrases';

/** Every attack that is rerun by one command. `docs/attacks.md` lists the same ones: `test/architecture/attacks.test.ts`. */
export const ATTACKS: readonly Attack[] = [killedSaving, fullDisk, leftFirstView, passphrases, craftedFiles];
