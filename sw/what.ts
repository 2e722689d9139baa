/** One file of the build. `url` is relative to the root; `revision` is null where the name itself holds a hash. */
export interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
}

/**
 * A file that is kept only once it has been used: the models, the runtime that runs them, rarely needed fonts.
 * `slot` names what the file is for across versions, so that a new version is known to replace an old one.
 */
export interface KeptFile {
  readonly slot: string;
  /** Path and query, from the root. */
  readonly path: string;
}

export interface ToCache {
  /** Stored at install: all that is needed to open the app, read the journal and check in without a network. */
  readonly shell: readonly BuiltFile[];
  readonly onFirstUse: readonly KeptFile[];
}

/** The part of models.json that says which files there are. */
export interface ModelList {
  readonly models: Readonly<Record<string, { readonly file: string; readonly sha256: string }>>;
}

/**
 * Only one of the runtime's three builds fits a browser, and a phone that never opens the camera needs none, so none is
 * stored at install. Of the fonts, Latin is for everybody; the other scripts are stored where they have been drawn.
 */
const ON_FIRST_USE = [/^ort\//, /^models\//, /^assets\/ort\./, /^assets\/(?!.*-latin-(?!ext)).*\.woff2$/];

/** Sorts the files of the build by when they are stored. */
export function whatToCache(built: readonly BuiltFile[], list: ModelList): ToCache {
  const isLate = ({ url }: BuiltFile): boolean => ON_FIRST_USE.some((pattern) => pattern.test(url));
  const late = built.filter(isLate).map(({ url }) => `/${url}`);
  const kept = [...late.filter((path) => !path.startsWith('/models/')), ...modelPaths(list)];
  return {
    shell: built.filter((file) => !isLate(file)),
    onFirstUse: kept.map((path) => ({ slot: slotOf(path), path })),
  };
}

/** Where the vision worker fetches the models: the first eight digits of the hash make a new model a new address. */
const modelPaths = (list: ModelList): string[] =>
  Object.values(list.models).map(({ file, sha256 }) => `/models/${file}?v=${sha256.slice(0, 8)}`);

/**
 * What a file is for, without its version: `/models/iris/model.onnx?v=772a6812` and the same with another hash are one
 * slot, and so are `/ort/1.30.0/x.wasm` and `/ort/1.31.0/x.wasm`, and `/assets/ort.wasm-Ab3_x9Yz.js` and its next build.
 */
export function slotOf(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/^\/ort\/[^/]+\//, '/ort/')
    .replace(/^(\/assets\/.*)-[\w-]{8}(\.\w+)$/, '$1$2');
}
