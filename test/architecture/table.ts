import { readFileSync } from 'node:fs';

/** What a folder may import: folders of the project and packages by name; `types` only as `import type`. */
export interface Rule {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Words of the table that stand for several packages. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  lit: ['lit', '@lit/context', '@lit/localize'],
  Node: ['node:*'],
  Workbox: ['workbox-*'],
};

/** A row of the table: `| folder | what it holds | may import |`. */
const ROW = /^\| `([\w./-]+)` \|[^|]*\| ([^|]*) \|$/;

/**
 * The import table as README.md prints it. The last cell of a row lists what the folder may import, by commas; after "types of"
 * follow those of which only types may be; "nothing" stands for an empty list, "everything" for no limit.
 */
export function importTable(readme = readFileSync('README.md', 'utf8')): ReadonlyMap<string, Rule> {
  const rows = readme.split('\n').flatMap((line) => {
    const row = ROW.exec(line);
    return row ? [[row[1]!, ruleOf(row[2]!)] as const] : [];
  });
  return new Map(rows);
}

function ruleOf(cell: string): Rule {
  const [values = '', types = ''] = cell.split(/;? ?\btypes of /);
  return { values: names(values), types: names(types) };
}

const names = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.replaceAll('`', '').trim())
    .filter((name) => name !== '' && name !== 'nothing')
    .flatMap((name) => FAMILIES[name] ?? [name]);

/** Whether `list` names `target`: itself, a folder it lies in, or a family that ends with `*`. */
export const lists = (list: readonly string[], target: string): boolean =>
  list.some(
    (name) =>
      name === 'everything' ||
      name === target ||
      target.startsWith(`${name}/`) ||
      (name.endsWith('*') && target.startsWith(name.slice(0, -1))),
  );

/** Packages and platform features with a single home. */
export const SINGLE_HOMES: readonly { readonly what: RegExp; readonly home: RegExp; readonly name: string }[] = [
  {
    name: 'onnxruntime-web',
    what: /['"]onnxruntime-web/,
    home: /^(app\/vision\/runtime\/runtime|sw\/build\/ort|models\/.*)\.ts$/,
  },
  { name: 'idb', what: /from 'idb'/, home: /^app\/journal\// },
  { name: 'chart.js', what: /from 'chart\.js/, home: /^app\/charts\// },
  { name: 'd3-dsv', what: /from 'd3-dsv'/, home: /^(app\/portability\/read\/table\.ts$|models\/)/ },
  { name: 'simple-statistics', what: /from 'simple-statistics'/, home: /^app\/statistics\// },
  { name: 'pure-rand', what: /from 'pure-rand/, home: /^app\/statistics\// },
  { name: 'indexedDB', what: /\bindexedDB\b/, home: /^app\/journal\// },
  {
    name: 'WebCrypto',
    what: /\bcrypto\.subtle\b/,
    home: /^app\/(journal\/vault\/(crypto|ways\/crypto-of-secrets)|vision\/runtime\/weights)\.ts$/,
  },
  { name: 'hash-wasm', what: /from 'hash-wasm'/, home: /^app\/journal\/vault\/kdf\.worker\.ts$/ },
  { name: 'getUserMedia', what: /\bgetUserMedia\b/, home: /^app\/capture\// },
];
