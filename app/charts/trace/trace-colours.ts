/** How strongly the ground of the stack is inked, from 0 to 1: it is there, but nothing to look at. On the canvas and in its legend. */
export const GROUND_OPACITY = { neutral: 0.35, rest: 0.6 } as const;
