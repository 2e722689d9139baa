/**
 * What a face was measured against: nothing, or a baseline; and of a memory that was told aloud nothing but a mouth that talks, or a
 * baseline that talked. Their places are kept in the journal's months.
 */
export const FACE_BASELINES = ['none', 'neutral', 'none-aloud', 'talking'] as const;
export type FaceBaseline = (typeof FACE_BASELINES)[number];
