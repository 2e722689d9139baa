/** What one entry says of how pleasant it was: by the person, by the face, or both. */
export interface ValencePoint {
  readonly entryId: string;
  /** When its session began. */
  readonly epochMs: number;
  /** Minutes east of UTC where the person was, so that a day is the one they lived. */
  readonly offsetMinutes: number;
  /** The person's rating, -1..1; null where the slider was left untouched. */
  readonly self: number | null;
  /** Mean facial valence, -1..1; null without a camera or summary, or where the person set it aside. */
  readonly face: number | null;
  /** Half width of the 95 % interval of `face`; null where there is no `face` or it cannot be told. */
  readonly faceHalfWidth: number | null;
  /** What read `face`, see `faceReader`; null where there is no `face` or it is not known. */
  readonly faceReader: string | null;
  /** There is a `face`, but it must not be compared with others: another version read it, or it is not known which. */
  readonly faceApart: boolean;
}
