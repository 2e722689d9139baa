/** Whether the person asked for less motion. */
const lessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Lets one page give way to the next with a view transition, where the browser has them and motion is welcome. Resolves
 * when the old page has been captured and the new one may be drawn; `shown` must resolve once it has been.
 */
export function turnPage(shown: () => Promise<void>): Promise<void> {
  if (!('startViewTransition' in document) || lessMotion() || document.hidden) return Promise.resolve();
  return new Promise((captured) => {
    const transition = document.startViewTransition(() => {
      const drawn = shown();
      captured();
      return drawn;
    });
    // A transition that is skipped (another one started, the tab went away) is no error: the page is there all the same.
    transition.ready.catch(() => undefined);
    transition.finished.catch(() => undefined);
  });
}
