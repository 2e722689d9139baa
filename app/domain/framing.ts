/** What, if anything, keeps the face from being read well; the first that applies, most urgent first. */
export const FRAMINGS = [
  'ok',
  'no-face',
  'too-dark',
  'several-faces',
  'too-far',
  'too-close',
  'off-centre',
  'turned-away',
] as const;
export type Framing = (typeof FRAMINGS)[number];
