import type { ActionUnit } from '../../domain/face/action-unit';
import type { BasicExpression, Mixture } from '../../domain/face/mixed-expression';

/**
 * How often each unit was coded in posed expressions: shares of the sequences of CK+ (Lucey et al. 2010) by NetFACS (CRAN, Apache-2.0).
 * Units that are read as one take the more frequent; those that are not read are left out.
 */
export const FREQUENCIES: Readonly<Record<BasicExpression, Readonly<Partial<Record<ActionUnit, number>>>>> = {
  happiness: { AU6: 0.96, AU7: 0.1, AU12: 0.97, AU25: 0.97, 'AU26/27': 0.07, AU20: 0.01 },
  surprise: {
    AU1: 0.98,
    AU2: 0.98,
    AU5: 0.84,
    AU25: 0.99,
    'AU26/27': 0.87,
    AU12: 0.04,
    AU4: 0.01,
    AU15: 0.01,
    AU20: 0.01,
    'AU23/24': 0.01,
  },
  sadness: { AU1: 0.93, AU2: 0.25, AU4: 0.82, AU15: 0.82, AU17: 0.96, AU7: 0.04, 'AU23/24': 0.11, 'AU26/27': 0.04 },
  anger: { AU4: 0.89, AU5: 0.13, AU6: 0.18, AU7: 0.71, AU9: 0.07, AU12: 0.02, AU15: 0.07, AU17: 0.87, 'AU23/24': 0.8 },
  disgust: {
    AU4: 0.61,
    AU6: 0.31,
    AU7: 0.56,
    AU9: 0.98,
    AU12: 0.03,
    AU15: 0.03,
    AU17: 0.68,
    'AU23/24': 0.12,
    AU25: 0.15,
  },
  fear: {
    AU1: 0.88,
    AU2: 0.4,
    AU4: 0.84,
    AU5: 0.64,
    AU6: 0.12,
    AU7: 0.24,
    AU12: 0.08,
    AU17: 0.12,
    AU20: 1,
    AU25: 0.92,
    'AU26/27': 0.12,
  },
};

/** Two expressions, and the units that a face makes when it shows both. */
export interface MixedRule {
  readonly parts: Mixture;
  readonly units: readonly ActionUnit[];
}

/**
 * The compound expressions of EmotioNet's table, after Du, Tao & Martinez 2014, in our units: AU9 stands for AU10, which is not read and
 * lifts the same wing of the nose; AU23/24 for AU24; AU26/27 for AU26. Appalled and hatred are anger with disgust, and awed is fear with
 * surprise: they have no words of their own here, since both parts are always told.
 */
export const MIXED_RULES: readonly MixedRule[] = [
  { parts: ['happiness', 'sadness'], units: ['AU4', 'AU6', 'AU12', 'AU25'] },
  { parts: ['happiness', 'surprise'], units: ['AU1', 'AU2', 'AU12', 'AU25'] },
  { parts: ['happiness', 'disgust'], units: ['AU9', 'AU12', 'AU25'] },
  { parts: ['sadness', 'fear'], units: ['AU1', 'AU4', 'AU15', 'AU25'] },
  { parts: ['sadness', 'anger'], units: ['AU4', 'AU7', 'AU15'] },
  { parts: ['sadness', 'surprise'], units: ['AU1', 'AU4', 'AU25', 'AU26/27'] },
  { parts: ['sadness', 'disgust'], units: ['AU4', 'AU9'] },
  { parts: ['fear', 'anger'], units: ['AU4', 'AU20', 'AU25'] },
  { parts: ['fear', 'surprise'], units: ['AU1', 'AU2', 'AU5', 'AU20', 'AU25'] },
  { parts: ['fear', 'surprise'], units: ['AU1', 'AU2', 'AU5', 'AU25'] },
  { parts: ['fear', 'disgust'], units: ['AU1', 'AU4', 'AU9', 'AU20', 'AU25'] },
  { parts: ['anger', 'surprise'], units: ['AU4', 'AU25', 'AU26/27'] },
  { parts: ['anger', 'disgust'], units: ['AU4', 'AU9', 'AU17'] },
  { parts: ['anger', 'disgust'], units: ['AU4', 'AU7', 'AU9'] },
  { parts: ['surprise', 'disgust'], units: ['AU1', 'AU2', 'AU5', 'AU9'] },
  { parts: ['happiness', 'fear'], units: ['AU1', 'AU2', 'AU12', 'AU25', 'AU26/27'] },
];
