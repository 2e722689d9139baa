/** What entries can be brought over from: Daylio's CSV, or a table of one's own. */
export const ORIGIN_SOURCES = ['daylio', 'table'] as const;
export type OriginSource = (typeof ORIGIN_SOURCES)[number];

/** Where an entry comes from that was not made in this app, with what its row said and an entry has no other place for. */
export interface Origin {
  readonly source: OriginSource;
  /** What the app that wrote the file calls itself, if it is known, such as `How We Feel`; absent for Daylio and a table of one's own. */
  readonly app?: string;
  /** By what its row denotes it is known again when the same or a later file is brought in. See: [Note: Known again] */
  readonly key: string;
  /** What the mood was called there, or null. */
  readonly mood: string | null;
  /** What was ticked as done that day, in the words used there. */
  readonly activities: readonly string[];
}
