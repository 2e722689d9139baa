import type { UnitFigures } from '../units/unit-figures';
import type { BlinkFigures } from './blink-figures';
import type { StatesEvaluation } from './evaluate-states';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const two = (value: number): string => value.toFixed(2);
const range = ([low, high]: readonly [number, number], as: (value: number) => string): string =>
  `${as(low)} to ${as(high)}`;

/** As it is printed: tables in Markdown, so that the card can hold them. */
export function statesReport(found: StatesEvaluation): string {
  return [...eyeLines(found), ...yawnLines(found), ...blinkLines(found), ...sentenceLines(found)].join('\n');
}

function eyeLines({ eyes }: StatesEvaluation): string[] {
  if (!eyes) return [];
  const { n, accuracy, interval, threshold, thresholdShare, appAccuracy, shut } = eyes;
  return [
    `eyes open or closed: ${percent(accuracy)} (95 %: ${range(interval, percent)}) of ${n} pictures, below ${threshold.toFixed(3)}, which is ${two(thresholdShare)} of open ones`,
    `at the share of open ones that the app takes: ${percent(appAccuracy)}; closed ones have ${two(shut)} of open ones in the median`,
    '',
  ];
}

function yawnLines({ yawn }: StatesEvaluation): string[] {
  if (!yawn) return [];
  const row = (name: string, { coded, n, f1, f1Interval, precision, recall, auc }: UnitFigures): string =>
    `| ${[name, `${coded} of ${n}`, `${two(f1)} (${range(f1Interval, two)})`, two(precision), two(recall), two(auc)].join(' | ')} |`;
  return [
    '| yawns against other mouths | yawning | F1 (95 %) | precision | recall | AUC |',
    '|---|---|---|---|---|---|',
    row('people the threshold was chosen on', yawn.choose),
    row('other people', yawn.report),
    `without a face: ${yawn.faceless}`,
    '',
  ];
}

function blinkLines({ clips, 'blink-ear': series }: StatesEvaluation): string[] {
  const row = (name: string, { seen, hits, interval, made, minutes }: BlinkFigures): string =>
    `| ${[name, seen, `${hits} (${range(interval, percent)})`, made, minutes.toFixed(2)].join(' | ')} |`;
  const rows = [
    ...Object.entries(clips?.clips ?? {}).map(([name, figures]) => row(name, figures)),
    ...(clips ? [row('clips at the rate of a trace, ten times', clips.atTraceRate)] : []),
    ...(series ? [row('blink-ear', series.all), row('blink-ear at the rate of a trace', series.atTraceRate)] : []),
  ];
  if (rows.length === 0) return [];
  return ['| blinks | marked | found (95 %) | made up | minutes |', '|---|---|---|---|---|', ...rows, ''];
}

function sentenceLines({ gfe }: StatesEvaluation): string[] {
  if (!gfe) return [];
  const rows = Object.entries(gfe).map(
    ([name, { frames, annotated, browsUp, browsDown, browsUpAlone, browsDownAlone, headDown, nods }]) =>
      `| ${[name, `${annotated} of ${frames}`, two(browsUp), two(browsDown), two(browsUpAlone), two(browsDownAlone), two(headDown), `${nods.hits} of ${nods.seen}`, nods.made].join(' | ')} |`,
  );
  return [
    '| recording | annotated frames | AUC brows up | brows down | up, head’s turn taken out | down, the same | head down | bouts with a nod | nods elsewhere |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ];
}
