const MIB = 1024 * 1024;

/**
 * The size of the reserve, in bytes. A store that failed on a full disk is opened again (6 MiB are tried out and freed, see
 * `second/room.ts`), its log is pushed out (8 MiB at its peak, see `second/push-out.ts`), and the journal is laid down once more beside
 * it: 16 MiB leave 8 for that, thousands of check-ins.
 * It must not be much: Chromium throws away all of a site that takes more than a twentieth of a disk when that is full to its last
 * byte (seen at 5 % and at 10 % of it, asked to persist or not; not at 2.6 %).
 */
export const RESERVE_BYTES = 16 * MIB;

/**
 * With less room than this, in bytes, the person is told: it holds the reserve, a recall's trace (under 1 MiB), the face reader with its
 * models (17 MB), and one copy of a journal that is as large again.
 */
export const LITTLE_ROOM_BYTES = 64 * MIB;

/**
 * How much is tried out beyond what a browser tells, in bytes. Chromium, since 2025, tells everybody the same amount, whatever is left on
 * the disk, so only writing shows whether there is room.
 */
export const TRIED_BYTES = 32 * MIB;

/**
 * Whether a browser says that there is little room left. It only estimates: what it tells is rounded, padded or fixed, and knows nothing
 * of other programs. So "enough" means nothing, and "little" is worth saying. One that tells nothing says nothing.
 */
export const saysLittle = ({ quota, usage }: StorageEstimate): boolean =>
  quota !== undefined && usage !== undefined && quota - usage < LITTLE_ROOM_BYTES;
