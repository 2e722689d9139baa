import type { ShellState } from '../../services/types';

/**
 * Whether it is the time to offer that the app be installed. Where the browser asks the question itself it waits for the first entry,
 * so that one has seen what one installs; on iOS it comes before it, because the installed app starts with a journal of its own, and
 * stays, because Safari may clear what lies in a tab. It gives way to the update card.
 */
export const offersInstall = ({ updateReady, manualInstall, installable }: ShellState, entries: number): boolean =>
  !updateReady && (manualInstall || (entries > 0 && installable));
