import { CONDITIONS } from './conditions';
import type { Robustness } from './evaluate-robustness';
import type { ConditionFigures } from './figures';

/** As it is printed: a table in Markdown, so that the card can hold it. Behind each figure, in brackets, that of before the mending. */
export function robustnessReport({ faces, clean, conditions }: Robustness): string {
  const sets = [...new Set(faces.map(({ set }) => set))].map(
    (name) => `${faces.filter(({ set }) => set === name).length} of ${name}`,
  );
  return [
    `${faces.length} faces, ${sets.join(', ')}; in brackets what 24 other faces gave before`,
    '',
    '| condition | read | usable | same top expression, of those read | mean variation | valence: mean, most | noticed | wrong unnoticed | said |',
    '|---|---|---|---|---|---|---|---|---|',
    rowOf('as it is', clean, null),
    ...CONDITIONS.map(({ name, before }) => rowOf(name, conditions[name]!, before)),
  ].join('\n');
}

const fixed = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

function rowOf(name: string, figures: ConditionFigures, before: (typeof CONDITIONS)[number]['before']): string {
  const { pictures, read, usable, same, tv, valence, valenceMost, noticed, wrong, said } = figures;
  const was = (text: string | number | undefined): string => (text === undefined ? '' : ` (${text})`);
  const words = Object.entries(said)
    .filter(([framing]) => framing !== 'ok')
    .map(([framing, count]) => `${framing} ${count}`);
  const cells = [
    name,
    `${read} of ${pictures}${was(before?.read)}`,
    `${usable}${was(before?.usable)}`,
    `${same}${was(before?.same)}`,
    `${fixed(tv)}${was(before ? fixed(before.tv) : undefined)}`,
    `${fixed(valence)}${was(before ? fixed(before.valence) : undefined)}, ${valenceMost.toFixed(2)}`,
    noticed,
    wrong,
    words.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}
