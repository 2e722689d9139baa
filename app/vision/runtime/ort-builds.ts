/** The version of onnxruntime-web whose files these are: package.json pins the same. */
export const ORT_VERSION = '1.30.0';

export type Build = 'jspi' | 'webgpu' | 'wasm';

/** The one binary each build of onnxruntime-web needs; its glue is bundled with ours. */
export interface OrtBinary {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const ORT_BINARIES: Readonly<Record<Build, OrtBinary>> = {
  jspi: {
    file: 'ort-wasm-simd-threaded.jspi.wasm',
    bytes: 16_758_545,
    sha256: 'a54c76f86b0f0d9572380cf1c6292a7b3903716ffcbcd6b0e5c7050bf430eb93',
  },
  webgpu: {
    file: 'ort-wasm-simd-threaded.asyncify.wasm',
    bytes: 26_781_914,
    sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
  },
  wasm: {
    file: 'ort-wasm-simd-threaded.wasm',
    bytes: 14_239_897,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
};
