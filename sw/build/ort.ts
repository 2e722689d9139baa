import type { Plugin } from 'vite';

/** The runtime's package, which the development server must leave as it is: its threads and wasm are found by the address of its file. */
export const ORT_PACKAGE = 'onnxruntime-web';

const BUNDLE = /onnxruntime-web\/dist\/ort\.[\w.]+\.mjs$/;
const WASM_ADDRESS = /new URL\((["'])(ort-[\w.-]+\.wasm)\1,\s*import\.meta\.url\)\.href/g;

/**
 * The runtime's bundles name their wasm as an asset beside them, of which the bundler would make a second copy of 58 MB under
 * `assets/`. The vision worker fetches the wasm itself, from `/ort/<version>/` and with progress, and hands it over; so the
 * default address is never used and becomes a plain name.
 */
export const ortWithoutWasm = (): Plugin => ({
  name: 'reverie:ort-without-wasm',
  enforce: 'pre',
  transform: {
    filter: { id: BUNDLE },
    handler(code) {
      if (!WASM_ADDRESS.test(code))
        throw new Error('onnxruntime-web no longer names its wasm as it did: look at its bundle.');
      return { code: code.replace(WASM_ADDRESS, '$1$2$1'), map: null };
    },
  },
});
