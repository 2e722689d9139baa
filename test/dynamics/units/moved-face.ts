import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import { averageRest } from '../../../app/dynamics/units/average-rest';
import { CHANNELS, type Channel } from '../../../app/dynamics/units/channels';
import type { UnitReading } from '../../../app/dynamics/units/unit-reading';

export type Moves = Readonly<Partial<Record<Channel, number>>>;

const REST = averageRest();

/** The measures of an average neutral face whose channels have moved by so many centimetres; of one half if told. */
export function movedFace(moves: Moves = {}, side: 'both' | 'left' | 'right' = 'both'): Float32Array {
  const measures = new Float32Array(FACE_MEASURES.length);
  for (const { of, centreCm } of Object.values(REST.channels))
    for (const column of of.both) measures[column] = centreCm.both;
  for (const [channel, cm] of Object.entries(moves)) {
    const { both, left, right } = CHANNELS.find((one) => one.channel === channel)!;
    const columns = side === 'left' ? [left ?? both[0]!] : side === 'right' ? [right ?? both[0]!] : both;
    for (const column of columns) measures[column]! += cm;
  }
  return measures;
}

/** A usable reading every 100 ms. */
export const readingsOf = (faces: readonly Float32Array[]): UnitReading[] =>
  faces.map((measures, i) => ({ tMs: 100 * i, usable: true, measures, yaw: 0, pitch: 0 }));

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
