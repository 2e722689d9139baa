import { msg, str } from '@lit/localize';
import type { AffectMap, Place, Quarter } from '../../insights/chapters/map';
import type { Needs } from '../../statistics/needs';
import { markWithTime } from '../../words/day-words';
import { formatShare } from '../../words/numbers';
import { plural } from '../../words/plural';
import { arousalWord, valenceWord } from '../../words/report/rating-words';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import type { TableData } from '../kit/table-data';

/** As a reader goes: the upper row, then the lower. */
const QUARTERS = [
  'unpleasant-stirred',
  'pleasant-stirred',
  'unpleasant-calm',
  'pleasant-calm',
] as const satisfies readonly Quarter[];

export function mapWords(map: AffectMap | Needs): ChapterWords {
  if ('needs' in map)
    return {
      finding: msg('Where your entries lie, pleasant or not, calm or stirred up'),
      evidence: needsWords(map.needs),
      numbers: '',
    };
  const most = mostOf(map);
  const { share } = map.quarters[most];
  return {
    finding:
      share > 0.5
        ? mostlyWords(most)
        : isClear(map, most)
          ? oftenWords(most)
          : msg('Your entries are spread over the whole map.'),
    evidence: plural(
      msg(
        '{n, plural, one {Simply counted: {share} of one entry with both ratings.} other {Simply counted: {share} of {n} entries with both ratings lie there.}}',
      ),
      { n: map.n, share: formatShare(share) },
    ),
    numbers: '',
  };
}

export const mostOf = ({ quarters }: AffectMap): Quarter =>
  QUARTERS.reduce<Quarter>((best, one) => (quarters[one].share > quarters[best].share ? one : best), 'pleasant-calm');

/** Whether it is more than a quarter, by its interval: what chance would give each. */
const isClear = ({ quarters }: AffectMap, quarter: Quarter): boolean => quarters[quarter].low > 0.25;

function mostlyWords(quarter: Quarter): string {
  const words: Record<Quarter, string> = {
    'pleasant-stirred': msg('Mostly it was pleasant, and stirred you up.'),
    'pleasant-calm': msg('Mostly it was pleasant and calm.'),
    'unpleasant-stirred': msg('Mostly it was unpleasant, and stirred you up.'),
    'unpleasant-calm': msg('Mostly it was unpleasant, but calm.'),
  };
  return words[quarter];
}

function oftenWords(quarter: Quarter): string {
  const words: Record<Quarter, string> = {
    'pleasant-stirred': msg('What comes up most often is pleasant and stirs you up.'),
    'pleasant-calm': msg('What comes up most often is pleasant and calm.'),
    'unpleasant-stirred': msg('What comes up most often is unpleasant and stirs you up.'),
    'unpleasant-calm': msg('What comes up most often is unpleasant, but calm.'),
  };
  return words[quarter];
}

function quarterWord(quarter: Quarter): string {
  const words: Record<Quarter, string> = {
    'pleasant-stirred': msg('pleasant, stirred up'),
    'pleasant-calm': msg('pleasant, calm'),
    'unpleasant-stirred': msg('unpleasant, stirred up'),
    'unpleasant-calm': msg('unpleasant, calm'),
  };
  return words[quarter];
}

export function placeWords({ wallMs, valence, arousal, face }: Place): string {
  const said = `${valenceWord(valence)}, ${arousalWord(arousal)}`;
  if (face === null) return labelled(markWithTime(wallMs), said);
  return labelled(markWithTime(wallMs), msg(str`${said}; your face looked ${valenceWord(face)}`));
}

export const mapTable = ({ quarters, n }: AffectMap): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One entry with both ratings. The interval is the 95% interval of the share.} other {{n} entries with both ratings. The interval is the 95% interval of the share; what lies on an axis is in no quarter.}}',
    ),
    { n },
  ),
  columns: [msg('where'), msg('share'), msg('interval')],
  rows: QUARTERS.map((quarter) => {
    const { share, low, high } = quarters[quarter];
    return { cells: [quarterWord(quarter), formatShare(share), msg(str`${formatShare(low)} to ${formatShare(high)}`)] };
  }),
});

/** What stands beside the diamond in the legend. */
export const faceNote = (): string => msg('where your face leaned (it says nothing of calm or stirred up)');
