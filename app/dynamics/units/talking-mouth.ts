import type { ActionUnit } from '../../domain/face/action-unit';
import { SlidingMedian } from '../../statistics/sliding-median';
import { talkBouts } from '../states/talking';
import { MIN_BASELINE_READINGS } from '../summary/baseline';
import { CHANNELS, type Channel, channelValue } from './channels';
import { type Rest, type RestOfChannel, restOfReadings, spreadOf } from './rest';
import type { UnitReading } from './unit-reading';
import { UNIT_RULES, type UnitRule } from './unit-table';

/**
 * [Note: A mouth that talks] Somebody who tells a memory aloud moves the mouth four times a second, and the brows with it. Three things
 * keep that from being taken for a face that does something:
 * - what moves with speech is read as the median over a second, which outlasts a syllable;
 * - everything is measured in the spreads of talking, wider than those of rest, and around where the mouth is in the mean of talking: of
 *   the talking in a baseline, where there is enough, else of the talking itself. A memory that is told aloud has a second baseline for
 *   it, the phase *talking* of the trace. What is read as a median over a second is measured in the spread of such medians: the spread
 *   of a baseline that talked has every syllable in it, and would hide a smile;
 * - units of the mouth are told only against a baseline that talked, but for those which outlast any syllable: a smile, and a mouth
 *   that is open.
 */

/** Measures that speech moves. */
const SPOKEN: ReadonlySet<Channel> = new Set<Channel>([
  'fold',
  'nose_wing',
  'nose_width',
  'lip_upper',
  'lip_gap',
  'lip_upper_thickness',
  'lip_lower_thickness',
  'lip_lower',
  'corner_up',
  'corner_out',
  'corner_forward',
  'mouth_width',
  'mouth_curve',
  'lip_forward',
  'chin_boss',
  'lip_chin',
  'jaw',
]);
/** The columns of a reading that speech moves and some unit is read from. */
const SPOKEN_COLUMNS = CHANNELS.flatMap(({ channel, both }) =>
  SPOKEN.has(channel) && UNIT_RULES.some(({ terms }) => channel in terms) ? both : [],
);

/** Told of a mouth that talks even where the baseline was silent. */
const OUTLASTS_SPEECH: ReadonlySet<ActionUnit> = new Set<ActionUnit>(['AU12', 'AU25', 'AU26/27']);

/** Half of the second over which a talking mouth is read. */
export const HALF_SPAN_MS = 500;
/** The mouth belongs to speech for this long before and after it, in milliseconds: the longest rest within it. */
export const TALK_MARGIN_MS = 1_000;

/** Whether each of the readings is of somebody who talks. */
export function whileTalking(readings: readonly UnitReading[]): readonly boolean[] {
  const bouts = talkBouts(readings);
  return readings.map(({ tMs }) =>
    bouts.some(({ onsetMs, offsetMs }) => tMs >= onsetMs - TALK_MARGIN_MS && tMs <= offsetMs + TALK_MARGIN_MS),
  );
}

/** The readings with a talking mouth as its median over a second. */
export function steadied(readings: readonly UnitReading[], talking: readonly boolean[]): readonly UnitReading[] {
  const second = new SecondOfTalk(readings);
  return readings.map((reading, at) => {
    if (!talking[at] || !reading.measures || !reading.usable) return reading;
    const { tMs, usable, yaw, pitch } = reading;
    return { tMs, usable, yaw, pitch, measures: second.around(tMs, reading.measures) };
  });
}

/** The second around one reading after the other, in their order, with the medians of what speech moves. */
class SecondOfTalk {
  readonly #counted: readonly UnitReading[];
  readonly #columns = SPOKEN_COLUMNS.map((column) => ({ column, window: new SlidingMedian() }));
  #from = 0;
  #to = 0;

  constructor(readings: readonly UnitReading[]) {
    this.#counted = readings.filter(({ usable, measures }) => usable && measures);
  }

  around(tMs: number, measures: Float32Array): Float32Array {
    const counted = this.#counted;
    for (; counted[this.#from]!.tMs < tMs - HALF_SPAN_MS; this.#from++)
      if (this.#from < this.#to)
        for (const { column, window } of this.#columns) window.remove(counted[this.#from]!.measures![column]!);
    this.#to = Math.max(this.#to, this.#from);
    for (; this.#to < counted.length && counted[this.#to]!.tMs <= tMs + HALF_SPAN_MS; this.#to++)
      for (const { column, window } of this.#columns) window.add(counted[this.#to]!.measures![column]!);
    const middle = measures.slice();
    for (const { column, window } of this.#columns) middle[column] = window.median;
    return middle;
  }
}

/** So many readings of talking make a baseline that was told aloud: five seconds, because a few words are no sample of speech. */
export const SPOKEN_READINGS = 50;

/** The rest of a baseline in which somebody talked, from its steadied readings; null where it was silent, or had a few words. */
export function talkingRest(baseline: readonly UnitReading[]): Rest | null {
  const talking = whileTalking(baseline);
  return restOfReadings(
    steadied(baseline, talking).filter((_, at) => talking[at]),
    SPOKEN_READINGS,
  );
}

/**
 * What somebody who talks is measured against.
 * @param own the rest of a baseline that was told aloud; null where there is none
 * @param talk the steadied readings of the talking itself
 */
export function restOfTalk(quiet: Rest, own: Rest | null, talk: readonly UnitReading[]): Rest {
  const counted = talk.flatMap(({ usable, measures }) => (usable && measures ? [measures] : []));
  if (!own && counted.length < MIN_BASELINE_READINGS) return quiet;
  // Neighbours share most of their second: a third of them says as much.
  const sample = counted.length > 3 * MIN_BASELINE_READINGS ? counted.filter((_, at) => at % 3 === 0) : counted;
  const channels = Object.values(quiet.channels).map((one) => {
    const { channel } = one.of;
    const spoken = own?.channels[channel];
    const centreCm = spoken && SPOKEN.has(channel) ? spoken.centreCm : one.centreCm;
    const spreadCm = spoken?.spreadCm ?? spreadOf(sample.map((row) => channelValue(row, one.of, 'both')));
    const leastCm = SPOKEN.has(channel) ? one.of.noiseCm : one.spreadCm;
    return [channel, { ...one, centreCm, spreadCm: Math.max(leastCm, spreadCm) }] as const;
  });
  return { ...quiet, channels: Object.fromEntries(channels) as Record<Channel, RestOfChannel> };
}

/** Whether a unit can be told of somebody who talks. */
export const isTold = ({ unit, terms }: UnitRule, baselineTalked: boolean): boolean =>
  baselineTalked || OUTLASTS_SPEECH.has(unit) || !Object.keys(terms).some((channel) => SPOKEN.has(channel as Channel));
