import { smallPicture } from './small-picture';
import { type Shared, takeShared } from './taken-share';

export type { Shared } from './taken-share';

/** What other apps share with this one. */
export interface Shares {
  /** See `takeShared`. */
  take(): Promise<Shared | null>;
  /** A picture as it is kept: smaller, a JPEG in base64; see `smallPicture`. */
  small(picture: Blob): Promise<string>;
}

export const open = (): Shares => ({ take: takeShared, small: smallPicture });
