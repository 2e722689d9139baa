import { clamp } from '../../../app/base/clamp';
import type { Grey } from './covers';

/** What a bad picture is like that covers nothing. */
export const HARMS = ['blur', 'noise', 'dark', 'bright', 'side light'] as const;
export type Harm = (typeof HARMS)[number];

/** The same picture made worse. `left` and `width` say where the face is, in pixels. */
export function harmed(picture: Grey, harm: Harm, left: number, width: number, random: () => number): Grey {
  const { data, side } = picture;
  const strength = random();
  const mapped = (change: (value: number, x: number) => number): Grey => ({
    data: data.map((value, at) => clamp(change(value, at % side), 0, 255)),
    side,
  });
  switch (harm) {
    case 'blur':
      return blurred(picture, Math.round(1 + (0.03 * strength + 0.005) * width));
    case 'noise':
      return mapped((value) => value + (random() + random() + random() - 1.5) * (20 + 120 * strength));
    case 'dark':
      return mapped((value) => value * (0.08 + 0.3 * strength));
    case 'bright':
      return mapped((value) => value * (1.4 + 0.8 * strength));
    case 'side light':
      return mapped((value, x) => value * clamp(1 - ((0.6 + 0.4 * strength) * (x - left)) / width, 0.15, 1));
  }
}

/** Twice the mean of a square that reaches `reach` pixels to each side. */
function blurred({ data, side }: Grey, reach: number): Grey {
  let from = data;
  for (const step of [1, side, 1, side]) {
    const before = from;
    from = before.map((_, at) => {
      let [sum, count] = [0, 0];
      for (let k = -reach; k <= reach; k++) {
        const value = before[at + k * step];
        if (value === undefined) continue;
        sum += value;
        count++;
      }
      return sum / count;
    });
  }
  return { data: from, side };
}
