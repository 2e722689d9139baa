import type { ModelRole, Progress } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import type { Models } from './models';
import type { Build } from './ort-builds';
import { ORT_BINARIES, ORT_VERSION } from './ort-builds';
import type { Asset } from './weights';
import { download } from './weights';

export interface FetchOptions {
  /** URL of the folder that holds `models/` and `ort/`. */
  readonly baseUrl: string;
  readonly fresh: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Fetched {
  readonly wasm: ArrayBuffer;
  readonly models: Readonly<Record<ModelRole, Uint8Array>>;
  /** How much was fetched for this. */
  readonly totalBytes: number;
}

/** A model's file. Its hash is in the address too, so that no cache answers with an older one. */
export const modelAsset = (models: Models, role: ModelRole, baseUrl: string): Asset => {
  const { file, sha256, bytes } = models[role];
  return { url: new URL(`models/${file}?v=${sha256.slice(0, 8)}`, baseUrl).href, sha256, bytes };
};

/** The one binary that `build` of onnxruntime-web needs. */
export const binaryAsset = (build: Build, baseUrl: string): Asset => {
  const { file, sha256, bytes } = ORT_BINARIES[build];
  return { url: new URL(`ort/${ORT_VERSION}/${file}`, baseUrl).href, sha256, bytes };
};

/** Fetches what a backend needs, with one progress over all of it; models that are there already are not asked for again. */
export class AssetFetcher {
  readonly #models: Partial<Record<ModelRole, Uint8Array>> = {};

  constructor(
    readonly models: Models,
    readonly options: FetchOptions,
  ) {}

  async fetch(build: Build): Promise<Fetched> {
    const { baseUrl } = this.options;
    const missing = MODEL_ROLES.filter((role) => !this.#models[role]);
    const wanted = [
      ...missing.map((role) => ({ step: role, asset: modelAsset(this.models, role, baseUrl) })),
      { step: 'runtime' as const, asset: binaryAsset(build, baseUrl) },
    ];
    const totalBytes = wanted.reduce((sum, { asset }) => sum + asset.bytes, 0);
    let [before, wasm] = [0, new ArrayBuffer(0)];
    for (const { step, asset } of wanted) {
      const bytes = await this.#download(step, asset, before, totalBytes);
      before += asset.bytes;
      if (step === 'runtime') wasm = bytes.buffer;
      else this.#models[step] = bytes;
    }
    return { wasm, models: this.#models as Fetched['models'], totalBytes };
  }

  #download(
    step: Progress['step'],
    asset: Asset,
    before: number,
    totalBytes: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { fresh, signal, onProgress } = this.options;
    const tell = (loaded: number): void => onProgress({ step, loadedBytes: before + loaded, totalBytes });
    tell(0);
    return download(asset, { fresh, ...(signal && { signal }), onBytes: tell });
  }
}
