import { constants, existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { ORT_VERSION, ORT_WASM, PROJECT, readManifest, readModels } from './project.ts';

/** Files that are served as they are: from where in the project, to where in the build. */
export function staticFiles(): [from: string, to: string][] {
  const models = Object.values(readModels().models).map(({ file }) => `models/${file}`);
  const wasm = Object.values(ORT_WASM);
  return [
    ...models.map((file): [string, string] => [file, file]),
    ...wasm.map((file): [string, string] => [
      `node_modules/onnxruntime-web/dist/${file}`,
      `ort/${ORT_VERSION}/${file}`,
    ]),
    ['manifest.webmanifest', 'manifest.webmanifest'],
    ['assets/_headers', '_headers'],
    ['assets/_redirects', '_redirects'],
    ['THIRD_PARTY.md', 'THIRD_PARTY.md'],
    ['LICENSE', 'LICENSE'],
    ['node_modules/@fontsource-variable/inter/LICENSE', 'licences/inter.txt'],
    ['node_modules/@fontsource-variable/newsreader/LICENSE', 'licences/newsreader.txt'],
    // The two below are in scripts of their own, which the list of the page's licences passes over.
    ['node_modules/hash-wasm/LICENSE', 'licences/hash-wasm.txt'],
    ['node_modules/workbox-precaching/LICENSE', 'licences/workbox.txt'],
  ];
}

const PICTURES = /\.(png|svg)$/;

/** Icons, and the pictures that app stores show. */
export const pictures = (): [from: string, to: string][] => [
  ...readdirSync(new URL('assets/icons', PROJECT))
    .filter((file) => PICTURES.test(file))
    .map((file): [string, string] => [`assets/icons/${file}`, `icons/${file}`]),
  ...screenshots(),
];

/** The pictures app stores show. The first ones are made from a build, so a build must do without them. */
const screenshots = (): [from: string, to: string][] =>
  readManifest()
    .screenshots.map(({ src }): [string, string] => [`assets${src}`, src.slice(1)])
    .filter(([from]) => existsSync(new URL(from, PROJECT)));

/** Copies what the bundler has no part in: models, the runtime's wasm, pictures, manifest, headers, licences. */
export const copyStaticFiles = (): Plugin => ({
  name: 'reverie:static-files',
  apply: 'build',
  async writeBundle({ dir }) {
    const out = resolve(dir as string);
    for (const [from, to] of [...staticFiles(), ...pictures()]) {
      const target = join(out, to);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(new URL(from, PROJECT), target, constants.COPYFILE_FICLONE);
    }
    // Hosts without a rule for single-page apps answer an unknown address with this file: then every screen can be opened.
    await copyFile(join(out, 'index.html'), join(out, '404.html'));
  },
});
