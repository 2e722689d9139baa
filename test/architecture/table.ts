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
  domain: { values: ['base', '@lit/localize'] },
  recall: { values: [...NOUNS, '@lit/localize'] },
  capture: { values: NOUNS },
  dynamics: { values: NOUNS },
  insights: { values: [...NOUNS, 'simple-statistics'] },
  vision: { values: NOUNS, types: ['onnxruntime-web'] },
  journal: { values: [...NOUNS, 'idb', 'hash-wasm'] },
  session: { values: NOUNS, types: ['recall', 'capture', 'vision', 'dynamics', 'journal'] },
  portability: { values: [...NOUNS, '@lit/localize', 'client-zip', 'd3-dsv', 'uuid'], types: ['journal'] },
  elements: { values: [...NOUNS, ...LIT] },
  charts: { values: [...NOUNS, ...LIT, 'chart.js'], types: ['insights'] },
  shell: { values: [...NOUNS, 'sw', 'workbox-window'], types: ['views'] },
  rescue: { values: [...NOUNS, ...LIT, 'elements', 'journal', 'shell'] },
  views: {
    values: [...NOUNS, ...LIT, '@lit-labs/router', 'elements', 'charts', 'recall', 'insights', 'portability'],
    types: ['session', 'journal', 'vision'],
  },
};

/** Vision steps: files of `vision/` that compute one thing. They import nouns, never each other; `pipeline.ts` orders them. */
export const PIPELINE_FILES = ['pipeline', 'runtime', 'vision.worker', 'client', 'protocol', 'reader'] as const;

/** Packages and platform features with a single home. */
export const SINGLE_HOMES: readonly { readonly what: RegExp; readonly home: RegExp; readonly name: string }[] = [
  { name: 'onnxruntime-web', what: /['"]onnxruntime-web/, home: /^(app\/vision\/runtime|sw\/build\/ort)\.ts$/ },
  { name: 'idb', what: /from 'idb'/, home: /^app\/journal\// },
  { name: 'chart.js', what: /from 'chart\.js/, home: /^app\/charts\// },
  { name: 'd3-dsv', what: /from 'd3-dsv'/, home: /^app\/portability\/csv\.ts$/ },
  { name: 'indexedDB', what: /\bindexedDB\b/, home: /^app\/journal\// },
  { name: 'WebCrypto', what: /\bcrypto\.subtle\b/, home: /^app\/(journal\/vault\/crypto|vision\/weights)\.ts$/ },
  { name: 'hash-wasm', what: /from 'hash-wasm'/, home: /^app\/journal\/vault\/kdf\.worker\.ts$/ },
  { name: 'getUserMedia', what: /\bgetUserMedia\b/, home: /^app\/capture\// },
];
