/** What, if anything, keeps the face from being read well; the first that applies, most urgent first. */
export const FRAMINGS = [
  'ok',
  // The light comes first: it is the usual reason why no face is found, and the one that can be helped.
  'too-dark',
  'too-bright',
  'no-face',
  'several-faces',
  'too-far',
  'too-close',
  'off-centre',
  'blurred',
  // A face that looks aside hides half of itself.
  'turned-away',
  'covered',
] as const;
export type Framing = (typeof FRAMINGS)[number];
