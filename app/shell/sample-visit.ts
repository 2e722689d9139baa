/** In `sessionStorage`, which lasts as long as the tab, over reloads. */
const KEY = 'reverie-sample';

/** Whether this tab shows the sample journal. See: [Note: The sample journal] */
export const visitsSample = (): boolean => sessionStorage.getItem(KEY) !== null;

/** From the next load on, this tab shows the sample. */
export const beginVisit = (): void => sessionStorage.setItem(KEY, 'here');

/** From the next load on, this tab shows the person's own journal. What the tab kept for the sample goes too. */
export function endVisit(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEY)) sessionStorage.removeItem(key);
}
