/** The object without what is undefined in it: a field that was taken back is as absent as one that was never there. */
export const withoutGaps = <T extends object>(whole: T): T =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
