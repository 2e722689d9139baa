/** How a memory is relived: in silence, or told aloud. Nothing is listened to either way: the camera alone reads. */
export const RECALL_MODES = ['silent', 'aloud'] as const;
export type RecallMode = (typeof RECALL_MODES)[number];
