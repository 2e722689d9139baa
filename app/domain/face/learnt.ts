/** Fewer recalls with a face and a rating teach nothing about how the two go together in this person. */
export const FEWEST_RECALLS = 20;
