import type { GroupFigures, Share } from './group-figures';

/** As it is printed: a table in Markdown, so that the card can hold it. */
export function groupsReport(groups: readonly GroupFigures[]): string {
  const rows = groups.map(({ by, group, people, found, error, neutral, smiles }) => {
    const cells = [by, group, people, told(found), errorOf(error), told(neutral), told(smiles)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| by | group | people | faces found | landmark error, % of the distance between the pupils | neutral told as neutral | smiles told as happiness |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const told = ({ hits, n, interval: [low, high] }: Share): string =>
  n === 0 ? '–' : `${hits} of ${n} (${Math.round(100 * low)} to ${Math.round(100 * high)} %)`;

const errorOf = (error: GroupFigures['error']): string =>
  error ? `${percent(error.mean)} (${error.interval.map(percent).join(' to ')})` : '–';

const percent = (share: number): string => (100 * share).toFixed(1);
