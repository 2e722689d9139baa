import type { Entry } from '../../domain/entry/entry';
import { type EntryOutline, OUTLINE_VARIABLES, type OutlineVariables } from '../../variables/outline-variables';

/** What an entry comes to by these variables. See: [Note: Outline variables] */
export const outlineBy =
  (variables: OutlineVariables) =>
  (entry: Entry): EntryOutline =>
    Object.fromEntries(
      Object.entries(variables).map(([key, { read }]) => [key, read(entry)]),
    ) as unknown as EntryOutline;

/** What lists and charts need of an entry. */
export const outlineOf = outlineBy(OUTLINE_VARIABLES);
