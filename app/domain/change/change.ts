import type { Stamp } from '../../base/hybrid-clock';

/** What one write did to the entries, for other devices: which, never what they say. */
export interface Change {
  readonly version: 1;
  readonly at: Stamp;
  /** Ids of entries that were made or edited. */
  readonly put: readonly string[];
  readonly erased: readonly string[];
}
