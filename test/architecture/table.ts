/** What a folder may import: folders of the app by name, packages by theirs; `types` only as `import type`. */
export interface Rule {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const NOUNS = ['base', 'domain'] as const;
const LIT = ['lit', '@lit/context', '@lit/localize', '@lit/task'] as const;

/** The import table of the README's architecture section. A folder may always import itself. */
export const TABLE: Readonly<Record<string, Rule>> = {
  base: { values: [] },
  domain: { values: ['base'] },
  words: { values: [...NOUNS, '@lit/localize'] },
  statistics: { values: ['base', 'simple-statistics'] },
  variables: { values: [...NOUNS, 'words', '@lit/localize'] },
  recall: { values: [...NOUNS, 'words', '@lit/localize'] },
  capture: { values: NOUNS },
  dynamics: { values: [...NOUNS, 'statistics'] },
  insights: { values: [...NOUNS, 'statistics', 'simple-statistics'] },
  vision: { values: NOUNS, types: ['onnxruntime-web'] },
  journal: { values: [...NOUNS, 'words', 'idb', 'hash-wasm'] },
  session: { values: NOUNS, types: ['recall', 'capture', 'vision', 'dynamics', 'journal'] },
  portability: {
    values: [...NOUNS, 'words', 'variables', '@lit/localize', 'client-zip', 'd3-dsv', 'uuid'],
    types: ['journal'],
  },
  elements: { values: [...NOUNS, 'words', ...LIT] },
  charts: { values: [...NOUNS, 'words', ...LIT, 'chart.js'], types: ['insights'] },
  shell: { values: [...NOUNS, 'sw', 'workbox-window'], types: ['services'] },
  rescue: { values: [...NOUNS, 'words', ...LIT, 'elements', 'journal', 'shell'] },
  views: {
    values: [...NOUNS, 'words', ...LIT, '@lit-labs/router', 'elements', 'charts', 'recall', 'insights', 'portability'],
    types: ['services', 'session', 'journal', 'vision'],
  },
};

/** Packages and platform features with a single home. */
export const SINGLE_HOMES: readonly { readonly what: RegExp; readonly home: RegExp; readonly name: string }[] = [
  {
    name: 'onnxruntime-web',
    what: /['"]onnxruntime-web/,
    home: /^(app\/vision\/runtime\/runtime|sw\/build\/ort)\.ts$/,
  },
  { name: 'idb', what: /from 'idb'/, home: /^app\/journal\// },
  { name: 'chart.js', what: /from 'chart\.js/, home: /^app\/charts\// },
  { name: 'd3-dsv', what: /from 'd3-dsv'/, home: /^app\/portability\/csv\.ts$/ },
  { name: 'indexedDB', what: /\bindexedDB\b/, home: /^app\/journal\// },
  {
    name: 'WebCrypto',
    what: /\bcrypto\.subtle\b/,
    home: /^app\/(journal\/vault\/crypto|vision\/runtime\/weights)\.ts$/,
  },
  { name: 'hash-wasm', what: /from 'hash-wasm'/, home: /^app\/journal\/vault\/kdf\.worker\.ts$/ },
  { name: 'getUserMedia', what: /\bgetUserMedia\b/, home: /^app\/capture\// },
];
