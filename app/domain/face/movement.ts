import type { ActionUnit, FaceSide, UnitEvent } from './action-unit';

/** What a person would call a movement of a face, and the action units that make it. */
export const MOVEMENTS = {
  smile: ['AU12'],
  'brows-up': ['AU1', 'AU2'],
  'brows-down': ['AU4'],
  'eyes-wide': ['AU5'],
  'eyes-narrow': ['AU6', 'AU7'],
  'eyes-closed': ['AU43'],
  'nose-wrinkled': ['AU9'],
  'mouth-down': ['AU15'],
  'chin-up': ['AU17'],
  'lips-stretched': ['AU20'],
  'lips-pressed': ['AU23/24'],
  'mouth-open': ['AU25', 'AU26/27'],
} as const satisfies Readonly<Record<string, readonly ActionUnit[]>>;
export type MovementName = keyof typeof MOVEMENTS;

/** A stretch in which one movement was seen. */
export interface Movement {
  readonly name: MovementName;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  /** When the strongest of its units was strongest. */
  readonly apexMs: number;
  readonly offsetMs: number;
  /** Of its strongest unit, see `UnitEvent`. */
  readonly strength: number;
  /** The half that moved alone; null where both did. */
  readonly side: FaceSide | null;
  /** What it was read from, by onset. */
  readonly units: readonly UnitEvent[];
}

/** The movements that these units make, by onset. Units of one movement that overlap are one. */
export function movementsOf(units: readonly UnitEvent[]): readonly Movement[] {
  return (Object.keys(MOVEMENTS) as MovementName[])
    .flatMap((name) => mergedOf(name, units))
    .sort((a, b) => a.onsetMs - b.onsetMs);
}

function mergedOf(name: MovementName, units: readonly UnitEvent[]): Movement[] {
  const own = units
    .filter(({ unit }) => (MOVEMENTS[name] as readonly ActionUnit[]).includes(unit))
    .toSorted((a, b) => a.onsetMs - b.onsetMs);
  const merged: Movement[] = [];
  for (const event of own) {
    const { unit: _, ...stretch } = event;
    const movement = { name, ...stretch, units: [event] };
    const last = merged.at(-1);
    if (!last || event.onsetMs > last.offsetMs) merged.push(movement);
    else merged[merged.length - 1] = joined(last, movement);
  }
  return merged;
}

const joined = (a: Movement, b: Movement): Movement => ({
  ...(a.strength >= b.strength ? a : b),
  onsetMs: Math.min(a.onsetMs, b.onsetMs),
  offsetMs: Math.max(a.offsetMs, b.offsetMs),
  side: a.side === b.side ? a.side : null,
  units: [...a.units, ...b.units],
});

/** The movements that stood out most, strongest and longest first, one of each name. */
export function mainMovements(movements: readonly Movement[], most: number): readonly Movement[] {
  const weight = ({ strength, onsetMs, offsetMs }: Movement): number => strength * (offsetMs - onsetMs);
  const byWeight = movements.toSorted((a, b) => weight(b) - weight(a));
  return byWeight.filter(({ name }, at) => byWeight.findIndex((other) => other.name === name) === at).slice(0, most);
}
