import { EXPRESSIONS } from '../../app/domain/face/expression';
import { MODELS } from '../../app/vision/runtime/models';
import type { EvaluateArguments } from './arguments';
import { BASELINE } from './baseline';
import type { Evaluation } from './evaluation';
import type { Figures } from './metrics/figures';

const percent = (share: number, width = 0): string => `${(100 * share).toFixed(1)} %`.padStart(width);
const fixed = (value: number): string => value.toFixed(4);

/** The evaluation as a person reads it. */
export function reportOf(evaluation: Evaluation, asked: EvaluateArguments): string {
  const { faces, ranOn, result } = evaluation;
  const absent = EXPRESSIONS.filter((name) => !(name in result.perClass));
  const lines = [
    `${faces.kept.length} of ${faces.total} faces have a strict majority; ${ranOn}`,
    alignmentLine(evaluation, asked),
  ];
  if (absent.length > 0) lines.push(`no example of ${absent.join(', ')}: left out of unweighted recall and macro-F1`);
  const { id, version } = MODELS.expression;
  lines.push('', ...modelLines(`${id} ${version} (shipped)`, result));
  lines.push('', ...modelLines(`${BASELINE.id} ${BASELINE.version} (baseline)`, result.baseline));
  lines.push('', `the two differ with McNemar's exact p = ${pValue(result.mcnemarP)}`);
  if (result.faceApi) {
    lines.push('', ...modelLines('face-api.js (bare crops)', result.faceApi));
    lines.push('', `it and the shipped one differ with McNemar's exact p = ${pValue(result.faceApiMcnemarP!)}`);
  }
  return lines.join('\n');
}

function alignmentLine({ faces, believed, aligned }: Evaluation, { align }: EvaluateArguments): string {
  if (align === 'off') return 'no face aligned, as asked for: every crop is taken as it is';
  const share = (n: number): string => `${n} (${percent(n / faces.kept.length)})`;
  const which = align === 'auto' ? 'those that are not registered as in training' : 'all of them';
  return `the mesh is believed on ${share(believed)}; ${which} are aligned as live faces are: ${share(aligned)}; the other crops are taken as they are`;
}

const pValue = (p: number): string => (p < 1e-4 ? p.toExponential(1) : p.toFixed(4));

function modelLines(name: string, figures: Figures): string[] {
  const [low, high] = figures.accuracyCi95;
  return [
    name,
    `  accuracy           ${percent(figures.accuracy)} (95 % interval ${percent(low)} to ${percent(high)}), n = ${figures.n}`,
    `  unweighted recall  ${fixed(figures.unweightedRecall)}`,
    `  macro-F1           ${fixed(figures.macroF1)}`,
    `  calibration error  ${fixed(figures.ece)} (${fixed(figures.eceUncalibrated)} before temperature)`,
    ...classLines(figures),
    ...confusionLines(figures),
  ];
}

function classLines({ perClass }: Figures): string[] {
  const rows = Object.entries(perClass).map(
    ([name, { recall, precision, n }]) =>
      `  ${name.padEnd(10)} ${percent(recall, 9)} ${percent(precision, 10)} ${String(n).padStart(6)}`,
  );
  return [`  ${'class'.padEnd(10)} ${'recall'.padStart(9)} ${'precision'.padStart(10)} ${'n'.padStart(6)}`, ...rows];
}

/** Rows are what raters said, columns what the model says, headed by the first letters of the names. */
function confusionLines({ confusion }: Figures): string[] {
  const head = EXPRESSIONS.map((name) => name.slice(0, 5).padStart(6)).join('');
  const rows = confusion.map((row, k) =>
    row.some((count) => count > 0)
      ? [`  ${EXPRESSIONS[k]!.padEnd(10)}${row.map((count) => String(count).padStart(6)).join('')}`]
      : [],
  );
  return [`  ${'seen as'.padEnd(10)}${head}`, ...rows.flat()];
}
