import type { ActionUnit } from '../../domain/face/action-unit';
import type { Channel } from './channels';

/** How an action unit is read from the change of face measures against rest. */
export interface UnitRule {
  readonly unit: ActionUnit;
  /** What it is called in FACS (Ekman, Friesen & Hager 2002). */
  readonly name: string;
  /** The muscles that make it. */
  readonly muscles: string;
  /** The change of each channel, in spreads of rest, counts this many times; their sum is the unit's score. */
  readonly terms: Readonly<Partial<Record<Channel, number>>>;
  /** From this score on it is there. */
  readonly onset: number;
  /** No channel counts for more than this many spreads: a wide grin is no more of a stretch than a stretch is. */
  readonly mostSpreads?: number;
  /** Not told while this unit is there, which moves the same measures more. */
  readonly hiddenBy?: ActionUnit;
}

/** Unless a rule says otherwise. */
export const MOST_SPREADS = 12;

/**
 * Every action unit that is read. Which measures count follows from what FACS says that the unit moves; weights are halves and whole
 * numbers. Weights, and the score from which on a unit is there, were tried on CK+ (40 people: 126 apexes against the same person's
 * neutral, and 148 pairs of neutral pictures as rest) and chosen by the best F1 of both together. There the width of the nose helps
 * AU17 and AU23/24, and lowered brows help AU7; FACS says neither: models/units/CARD.md. AU43 was looked at on one clip, not measured.
 */
export const UNIT_RULES: readonly UnitRule[] = [
  { unit: 'AU1', name: 'inner brow raiser', muscles: 'frontalis, inner part', terms: { brow_inner: 1 }, onset: 3.5 },
  { unit: 'AU2', name: 'outer brow raiser', muscles: 'frontalis, outer part', terms: { brow_outer: 1 }, onset: 5 },
  {
    unit: 'AU4',
    name: 'brow lowerer',
    muscles: 'corrugator supercilii, depressor supercilii, procerus',
    terms: { brow_outer: -1, brow_inner: -0.5 },
    onset: 4,
  },
  {
    unit: 'AU5',
    name: 'upper lid raiser',
    muscles: 'levator palpebrae superioris',
    terms: { lid_upper: 1, lid_lower: -1 },
    onset: 4.2,
  },
  {
    unit: 'AU6',
    name: 'cheek raiser',
    muscles: 'orbicularis oculi, orbital part',
    terms: { fold: 1, lid_lower: 0.5, cheek: 0.5 },
    onset: 12.7,
  },
  {
    unit: 'AU7',
    name: 'lid tightener',
    muscles: 'orbicularis oculi, palpebral part',
    terms: { lid_lower: 2, cheek: -1, brow_outer: -0.5 },
    onset: 5.5,
    hiddenBy: 'AU43',
  },
  {
    unit: 'AU9',
    name: 'nose wrinkler',
    muscles: 'levator labii superioris alaeque nasi',
    terms: { nose_wing: 1, nose_root: -1, corner_out: -1 },
    onset: 3.75,
  },
  {
    unit: 'AU12',
    name: 'lip corner puller',
    muscles: 'zygomaticus major',
    terms: { corner_out: 1, mouth_curve: 1 },
    onset: 15.5,
  },
  {
    unit: 'AU15',
    name: 'lip corner depressor',
    muscles: 'depressor anguli oris',
    terms: { lip_upper: -1, mouth_curve: -0.5 },
    onset: 3,
  },
  {
    unit: 'AU17',
    name: 'chin raiser',
    muscles: 'mentalis',
    terms: { nose_width: 0.5, mouth_curve: -1, chin_boss: 0.5 },
    onset: 2.5,
  },
  {
    unit: 'AU20',
    name: 'lip stretcher',
    muscles: 'risorius',
    terms: { mouth_width: 2, fold: -0.5, lip_upper_thickness: 0.5 },
    onset: 7.95,
    mostSpreads: 6,
  },
  {
    unit: 'AU23/24',
    name: 'lip tightener or lip pressor',
    muscles: 'orbicularis oris',
    terms: { lip_lower: 1, nose_width: 1, mouth_curve: -1 },
    onset: 4.8,
  },
  {
    unit: 'AU25',
    name: 'lips part',
    muscles: 'depressor labii inferioris, or relaxation of mentalis or orbicularis oris',
    terms: { lip_gap: 1 },
    onset: 8,
  },
  {
    unit: 'AU26/27',
    name: 'jaw drop or mouth stretch',
    muscles: 'masseter relaxed; pterygoids, digastric',
    terms: { chin_boss: -1, jaw: 0.5 },
    onset: 12.4,
  },
  {
    unit: 'AU43',
    name: 'eyes closed',
    muscles: 'relaxation of levator palpebrae superioris',
    terms: { lid_upper: -1 },
    onset: 8,
    mostSpreads: 20,
  },
];
