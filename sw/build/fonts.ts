/// <reference path="./subset-font.d.ts" />
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { PROJECT } from './project.ts';

/** Where style sheets and pages have their fonts from. */
const PACKAGED = /(?:\.\.\/)+node_modules\/@fontsource-variable\/([\w-]+\/files\/[\w-]+\.woff2)/;
const PACKAGES = new URL('node_modules/@fontsource-variable/', PROJECT);
const CACHE = new URL('node_modules/.cache/reverie/fonts/', PROJECT);
/**
 * What browsers apply without being asked (CSS Fonts 4, 7.1), and figures of one width, which the app asks for. The other features
 * of the fonts, most of them other shapes of letters, are never seen.
 */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rclt', 'rlig', 'rvrn', 'tnum'];
/** In the file's table of names: whose work it is comes anyway, its licence only if it is asked for. */
const LICENCE_NAMES = [13, 14];

/** What a file has to hold. */
interface Wanted {
  /** From the folder of the packages: `inter/files/inter-latin-wght-normal.woff2`. */
  readonly file: string;
  readonly weights: { readonly min: number; readonly max: number };
  /** Every character it may be asked for. */
  readonly text: string;
}

/**
 * Serves of each font what fonts.css asks for, and no more: its `font-weight` and its `unicode-range` say it. From its sources the
 * app has the fonts whole. What neither these fonts nor those of the device have is left blank: the box that stands for it goes.
 */
export const fonts = (): Plugin => {
  let folder = '';
  return {
    name: 'reverie:fonts',
    apply: 'build',
    api: { everyBuild: true },
    config: async () => {
      folder = await makeFonts();
      return { resolve: { alias: [{ find: new RegExp(`^${PACKAGED.source}$`), replacement: `${folder}/$1` }] } };
    },
    // An alias is for style sheets and scripts only, and the page names the fonts that it fetches ahead.
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) =>
        html.replace(new RegExp(PACKAGED, 'g'), (_, file: string) => relative(dirname(filename), join(folder, file))),
    },
  };
};

/** Makes the fonts of fonts.css, unless an earlier build has, and resolves with their folder. */
async function makeFonts(): Promise<string> {
  const wanted = parseFontFaces(await readFile(new URL('assets/styles/fonts.css', PROJECT), 'utf8'));
  const sources = await Promise.all(wanted.map(({ file }) => readFile(new URL(file, PACKAGES))));
  const hash = createHash('sha256').update(JSON.stringify([wanted, FEATURES, LICENCE_NAMES]));
  for (const source of sources) hash.update(source);
  const folder = fileURLToPath(new URL(hash.digest('hex').slice(0, 16), CACHE));
  if (existsSync(folder)) return folder;
  // Made aside and moved into place, so that a build beside this one never finds half of them.
  const aside = `${folder}-${process.pid}`;
  for (const [index, { file, weights, text }] of wanted.entries()) {
    const target = join(aside, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await subset(sources[index]!, text, weights));
  }
  await rename(aside, folder).catch(() => rm(aside, { recursive: true }));
  return folder;
}

const subset = (font: Buffer, text: string, weights: Wanted['weights']): Promise<Buffer> =>
  subsetFont(font, text, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    preserveNameIds: LICENCE_NAMES,
    variationAxes: { wght: weights },
  });

/** What each `@font-face` of a style sheet asks for. Throws on one that does not say it in the way of fonts.css. */
export function parseFontFaces(css: string): Wanted[] {
  return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].map(([, face]) => {
    const file = PACKAGED.exec(face!)?.[1];
    const weights = /font-weight:\s*(\d+) (\d+);/.exec(face!);
    const ranges = /unicode-range:\s*([^;]+);/.exec(face!)?.[1];
    if (!file || !weights || !ranges)
      throw new Error(`fonts.css: a file, two weights and a range are needed in ${face}`);
    return {
      file,
      weights: { min: Number(weights[1]), max: Number(weights[2]) },
      text: withParts(charactersOf(ranges)),
    };
  });
}

/** Adds letters and marks that a browser puts a character together from if the font does not have it as one. */
const withParts = (text: string): string => [...new Set(text + text.normalize('NFD'))].join('');

/** `U+0041-0043, U+0131` -> `ABCı` */
function charactersOf(ranges: string): string {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [first, last = first] = range
        .trim()
        .replace(/^U\+/, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last! - first! + 1 }, (_, index) => String.fromCodePoint(first! + index));
    })
    .join('');
}
