import { numbersFrom } from '../../../app/base/seeded';
import type { FaceActs, Intensity } from './face-shape';
import { AT_REST, type Moment } from './participant';
import type { FaceUnit } from './unit-pulls';

/** A unit that comes and goes. */
export interface PlantedUnit {
  readonly unit: FaceUnit;
  /** When it begins, and when it has gone again. */
  readonly onsetMs: number;
  readonly offsetMs: number;
  /** 1 where it is left out. */
  readonly intensity?: number;
  /** The half that does it alone. */
  readonly side?: 'left' | 'right';
}

/** A turn of the head there and back, in degrees. */
export interface PlantedTurn {
  readonly onsetMs: number;
  readonly offsetMs: number;
  readonly yawDeg?: number;
  readonly pitchDeg?: number;
  readonly rollDeg?: number;
  /** Where the head goes meanwhile, in centimetres. */
  readonly xCm?: number;
  readonly yCm?: number;
}

/** What a participant does over time. The same script gives the same pictures. */
export interface Script {
  readonly seed: number;
  readonly lengthMs: number;
  readonly units?: readonly PlantedUnit[];
  readonly turns?: readonly PlantedTurn[];
  readonly talks?: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** When each begins. */
  readonly blinks?: readonly number[];
  /** The share of the lamp's light that is left, from its time on. */
  readonly lamps?: readonly { readonly fromMs: number; readonly strength: number }[];
}

/** How long a unit or a turn takes to come, and to go. */
export const RISE_MS = 400;
const TURN_MS = 900;
const BLINK_MS = 220;
/** Syllables a second (Greenberg 1999 has 3 to 8). */
const SYLLABLES = 4;

const smooth = (t: number): number => {
  const share = Math.min(1, Math.max(0, t));
  return share * share * (3 - 2 * share);
};

/** 0 outside, 1 inside, with slopes at both ends. */
const present = (tMs: number, onsetMs: number, offsetMs: number, slopeMs: number): number =>
  Math.min(smooth((tMs - onsetMs) / slopeMs), smooth((offsetMs - tMs) / slopeMs));

export function momentAt(script: Script, tMs: number): Moment {
  const turns = (script.turns ?? []).map((turn) => ({
    turn,
    share: present(tMs, turn.onsetMs, turn.offsetMs, Math.min(TURN_MS, (turn.offsetMs - turn.onsetMs) / 2)),
  }));
  const sum = (key: Exclude<keyof PlantedTurn, 'onsetMs' | 'offsetMs'>): number =>
    turns.reduce((total, { turn, share }) => total + share * (turn[key] ?? 0), 0);
  const radians = (degrees: number): number => (degrees / 180) * Math.PI;
  const lamp = script.lamps?.findLast(({ fromMs }) => fromMs <= tMs)?.strength ?? 1;
  return {
    ...AT_REST,
    pose: {
      ...AT_REST.pose,
      yaw: radians(sum('yawDeg')),
      pitch: radians(sum('pitchDeg')),
      roll: radians(sum('rollDeg')),
      xCm: sum('xCm'),
      yCm: sum('yCm'),
    },
    acts: actsAt(script, tMs),
    lamp: {
      ...AT_REST.lamp,
      strength: AT_REST.lamp.strength * lamp,
      ambient: AT_REST.lamp.ambient * (0.4 + 0.6 * lamp),
    },
  };
}

function actsAt({ seed, units = [], talks = [], blinks = [] }: Script, tMs: number): FaceActs {
  const acts: Partial<Record<FaceUnit, Intensity>> = {};
  const add = (unit: FaceUnit, amount: number, side?: 'left' | 'right'): void => {
    const known = acts[unit] ?? 0;
    const { left, right } = typeof known === 'number' ? { left: known, right: known } : known;
    acts[unit] = { left: left + (side === 'right' ? 0 : amount), right: right + (side === 'left' ? 0 : amount) };
  };
  for (const { unit, onsetMs, offsetMs, intensity = 1, side } of units)
    add(unit, intensity * present(tMs, onsetMs, offsetMs, RISE_MS), side);
  for (const fromMs of blinks) {
    const t = (tMs - fromMs) / BLINK_MS;
    if (t > 0 && t < 1) add(43, Math.sin(Math.PI * t) ** 0.7);
  }
  for (const talk of talks)
    if (tMs >= talk.fromMs && tMs < talk.toMs)
      for (const [unit, amount] of syllableAt(seed, tMs - talk.fromMs)) add(unit, amount);
  return acts;
}

/** What the mouth does at one moment of talking: it opens and closes with every syllable, some of them wide and some round. */
function syllableAt(seed: number, tMs: number): readonly (readonly [FaceUnit, number])[] {
  const at = (tMs / 1000) * SYLLABLES;
  const random = numbersFrom(seed * 7919 + Math.floor(at));
  const [loud, wide, pause] = [0.45 + 0.55 * random(), random() - 0.5, random() < 0.12];
  const open = pause ? 0 : Math.sin(Math.PI * (at % 1)) ** 1.3 * loud;
  return [
    [26, 0.42 * open],
    [25, 1.1 * open],
    [20, 0.55 * wide * open],
    [17, 0.15 * open * (wide < 0 ? 1 : 0)],
  ];
}
