/** The way back from a screen that is no place of its own. */
let place = '/history';

/** The place that was shown last before it: of the tabs, or after a reload the history. */
export const cameFrom = (): string => place;

/** The shell goes on from `path`. */
export const goingFrom = (path: string): void => {
  if (['/', '/history', '/insights'].includes(path)) place = path;
};
