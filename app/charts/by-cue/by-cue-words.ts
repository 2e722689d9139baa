import { msg, str } from '@lit/localize';
import type { ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS } from '../../domain/face/expression';
import type { CueValence } from '../../domain/memory/memory';
import type { ByCue } from '../../insights/chapters/by-cue';
import type { CueClassFaces } from '../../insights/statistics/by-cue-class';
import { expressionWord } from '../../words/face/expression-words';
import { enumerated, sentences } from '../../words/lists';
import { formatCount, formatShare, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

/** The classes that have enough recalls. */
export const knownClasses = ({ classes }: ByCue): readonly CueClassFaces[] =>
  classes.filter((one): one is CueClassFaces => !('needs' in one));

export function byCueWords(data: ByCue): ChapterWords {
  const { happiness } = data;
  if ('needs' in happiness)
    return {
      finding: msg('What your face shows, by kind of memory'),
      evidence: needsWords(happiness.needs),
      numbers: '',
    };
  const finding =
    happiness.evidence.strength === 'chance'
      ? msg('Pleasant memories and hard ones look much alike on your face.')
      : happiness.slope > 0
        ? msg('Pleasant memories bring more happiness to your face than hard ones.')
        : msg('Hard memories bring more happiness to your face than pleasant ones.');
  const n = plural(msg('{n, plural, one {From one recall.} other {From {n} recalls.}}'), { n: happiness.n });
  return {
    finding,
    evidence: sentences([evidenceWords(happiness.evidence), n]),
    numbers: msg(
      str`Mean score of happiness in pleasant memories minus that in hard ones: ${formatValence(happiness.slope)} (95% interval ${formatValence(happiness.low)} to ${formatValence(happiness.high)}).`,
    ),
  };
}

export function classTitle(cueClass: CueValence): string {
  const words: Record<CueValence, string> = {
    positive: msg('pleasant memories'),
    negative: msg('hard memories'),
    neutral: msg('everyday memories'),
  };
  return words[cueClass];
}

export function classWords({ cueClass, n, expressions }: CueClassFaces): string {
  const title = plural(msg('{title}, {n, plural, one {one recall} other {{n} recalls}}'), {
    title: classTitle(cueClass),
    n,
  });
  const shares = EXPRESSIONS.filter((name) => expressions[name].mean >= 0.05).map(
    (name) => `${expressionWord(name)} ${formatShare(expressions[name].mean)}`,
  );
  return labelled(title, enumerated(shares));
}

/** What moves, in a few words. */
export function unitWord(unit: ActionUnit): string {
  const words: Record<ActionUnit, string> = {
    AU1: msg('inner brows up'),
    AU2: msg('outer brows up'),
    AU4: msg('brows together'),
    AU5: msg('eyes wide'),
    AU6: msg('cheeks up'),
    AU7: msg('lids tight'),
    AU9: msg('nose wrinkled'),
    AU12: msg('smile'),
    AU15: msg('corners of the mouth down'),
    AU17: msg('chin pushed up'),
    AU20: msg('lips stretched'),
    'AU23/24': msg('lips pressed'),
    AU25: msg('lips apart'),
    'AU26/27': msg('mouth open'),
    AU43: msg('eyes closed'),
  };
  return words[unit];
}

export function byCueTable(data: ByCue): TableData {
  const known = knownClasses(data);
  return {
    caption: msg(
      'Mean share of each expression, with the half width of its 95% interval; and in how many recalls each movement was seen at least once.',
    ),
    columns: [msg('what'), ...known.map(({ cueClass, n }) => `${classTitle(cueClass)} (${formatCount(n)})`)],
    rows: [
      ...EXPRESSIONS.map((name) => ({
        cells: [
          expressionWord(name),
          ...known.map(({ expressions }) => {
            const { mean, halfWidth } = expressions[name];
            return halfWidth === null ? formatShare(mean) : `${formatShare(mean)} ± ${formatShare(halfWidth)}`;
          }),
        ],
      })),
      ...unitsIn(known).map((unit) => ({
        cells: [unitWord(unit), ...known.map(({ units }) => (units ? formatShare(units[unit].share) : '–'))],
      })),
    ],
  };
}

/** Those seen in a tenth of the recalls of some class, by how much the classes differ. */
export function unitsIn(known: readonly CueClassFaces[]): readonly ActionUnit[] {
  const read = known.flatMap(({ units }) => units ?? []);
  if (read.length === 0) return [];
  const spread = (unit: ActionUnit) => {
    const shares = read.map((units) => units[unit].share);
    return Math.max(...shares) - Math.min(...shares);
  };
  return (Object.keys(read[0]!) as ActionUnit[])
    .filter((unit) => read.some((units) => units[unit].share >= 0.1))
    .sort((a, b) => spread(b) - spread(a));
}
