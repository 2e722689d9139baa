import type { SameFace } from './evaluate-same-face';
import type { AcceptFigures, Share } from './figures';

/** As it is printed: a table in Markdown, so that the card can hold it. */
export function sameFaceReport({ lfw, lfwWithoutFace, sets }: SameFace): string {
  const accepted = (name: string, { threshold, accepted: hits, others }: AcceptFigures): string =>
    `| ${name} | ${told(hits)} | ${threshold.toFixed(3)}, from ${others} of others |`;
  return [
    '| what | share (95 % interval) | distance |',
    '|---|---|---|',
    `| lfw: equal error rate, ${lfwWithoutFace} pairs without a face left out | ${told(lfw.equalErrorRate)} | ${lfw.threshold.toFixed(3)} |`,
    `| lfw: accuracy in ten folds | ${told(lfw.accuracy)} | – |`,
    ...Object.entries(sets).flatMap(([name, { pictures, enrolled }]) => [
      accepted(`${name}: picture against picture, accepted at 1 % false accepts`, pictures),
      accepted(`${name}: picture against three of a person, the same`, enrolled),
    ]),
  ].join('\n');
}

const told = ({ hits, n, interval }: Share): string =>
  `${hits} of ${n}: ${percent(hits / n)} % (${interval.map(percent).join(' to ')})`;

const percent = (value: number): string => (100 * value).toFixed(1);
