import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The project's folder, wherever the build was started from. */
export const PROJECT = new URL('../../', import.meta.url);

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, PROJECT), 'utf8'));

const versionIn = (path: string): string => (readJson(path) as { version: string }).version;

export const APP_VERSION = versionIn('package.json');

/** The version of onnxruntime-web: part of the address its wasm is served at, so that a new one is never mixed with an old. */
export const ORT_VERSION = versionIn('node_modules/onnxruntime-web/package.json');

/** The wasm that belongs to each of the runtime's builds we import: `/wasm`, `/jspi` and `/webgpu`. */
export const ORT_WASM = {
  wasm: 'ort-wasm-simd-threaded.wasm',
  jspi: 'ort-wasm-simd-threaded.jspi.wasm',
  webgpu: 'ort-wasm-simd-threaded.asyncify.wasm',
} as const;

/** What models.json tells of the files to serve. */
export interface ModelFiles {
  readonly models: Readonly<Record<string, { readonly file: string; readonly sha256: string; readonly bytes: number }>>;
}

export const readModels = (): ModelFiles => readJson('models/models.json') as ModelFiles;

/** What the manifest tells of the pictures to serve with it. */
export interface ManifestPictures {
  readonly screenshots: readonly { readonly src: string }[];
}

export const readManifest = (): ManifestPictures => readJson('manifest.webmanifest') as ManifestPictures;

/** The plugins of the main build that take part in the smaller ones beside it as well. */
export const everyBuild = ({ plugins }: { readonly plugins: readonly Plugin[] }): Plugin[] =>
  plugins.filter(({ api }) => (api as { everyBuild?: boolean } | undefined)?.everyBuild);
