/** What several variables were asked or measured with. */

const SIGNED = { type: 'number', unit: '-1 to 1', range: [-1, 1] } as const;

export const SLIDER = {
  ...SIGNED,
  instrument: 'reverie-slider 1',
  citation: 'Empty where it was not touched: Betella & Verschure 2016, PLoS ONE 11:e0148037',
} as const;

export const CLASSIFIER = 'expression model, see face_models';

export const FACIAL_VALENCE = {
  ...SIGNED,
  instrument: CLASSIFIER,
  citation:
    'Estimate of how far raters see happiness rather than the strongest negative expression, as Lewinski et al. 2014, J Neurosci Psychol Econ 7:227, define it',
} as const;
