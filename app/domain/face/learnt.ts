/** Fewer recalls with a face and a rating teach nothing about how the two go together in this person. */
export const FEWEST_RECALLS = 20;

/** Fewer recalls don't tell how far a face at rest differs from day to day. Ours. */
export const FEWEST_RESTS = 5;
/** Older ones than the last so many count no more, because faces change. Ours. */
export const MOST_RESTS = 12;
