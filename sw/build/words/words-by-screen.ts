import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { type Plugin, type Rollup, runnerImport } from 'vite';
import type { FirstPart, PartSentence, PartWords } from '../../../app/words/catalogue-parts.ts';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../../app/words/languages.ts';
import { PROJECT } from '../project.ts';
import { saidIn } from './said.ts';

const APP = fileURLToPath(new URL('app/', PROJECT));
const BY_SCREEN = `${APP}words/catalogue-by-screen.ts`;
const CATALOGUE = /\/app\/words\/catalogue\.ts$/;
/** The folders whose `import()` may fetch what shows words, and what shows them. */
const FETCHING = /\/app\/(charts|elements|rescue|services|start|views)\/.*\.ts$/;
const SHOWING = /\/app\/(charts|elements|recall|rescue|services|start|views|words)\/.*\.ts$/;
const FIRST_PARTS = /\b__FIRST_PARTS__\b/g;

const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== SOURCE_LANGUAGE);

type Templates = Readonly<
  Record<string, string | { readonly strings: readonly string[]; readonly values: readonly number[] }>
>;

/** Takes the name of a module, as `settings` of `app/views/settings/settings.ts`: two of one name have the words of both. */
const nameOf = (path: string): string => basename(path).replace(/\.ts$/, '');

/** Modules that are needed together have their words in one part: those of a folder, and of each of its folders where it is large. */
const partOf = (id: string): string => {
  const [folder = '', inner = ''] = id.slice(APP.length).split('/');
  return (folder === 'views' || folder === 'words') && !inner.includes('.') ? `${folder}-${inner}` : folder;
};

/**
 * Cuts the words of each language into parts, by what the scripts can say, and has each screen wait for its own. For the build alone.
 * See: [Note: Words by screen]
 */
export function wordsByScreen(): Plugin {
  const ids = new Map<string, readonly string[]>();
  const screens = new Map<string, Set<string>>();
  let files: Readonly<Record<string, string>> = {};
  return {
    name: 'reverie:words-by-screen',
    apply: 'build',
    load: (id) =>
      CATALOGUE.test(id) ? `export { loadCatalogue, stopWords } from ${JSON.stringify(BY_SCREEN)};` : null,
    transform: {
      filter: { id: /\/app\/.*\.ts$/, code: /\bmsg\(|\bimport\(/ },
      async handler(code, id) {
        const said = saidIn(code, generateMsgId);
        if (said.ids.length > 0) ids.set(id, said.ids);
        if (!FETCHING.test(id)) return null;
        let wrapped = code;
        for (const { start, end, source } of said.imports.toReversed()) {
          const target = source.startsWith('.') ? await this.resolve(source, id) : null;
          if (!target || !SHOWING.test(target.id)) continue;
          const name = nameOf(target.id);
          screens.set(name, (screens.get(name) ?? new Set()).add(target.id));
          wrapped = `${wrapped.slice(0, start)}withWords(${JSON.stringify(name)}, () => ${code.slice(start, end)})${wrapped.slice(end)}`;
        }
        if (wrapped === code) return null;
        return { code: `${wrapped}\nimport { withWords } from ${JSON.stringify(BY_SCREEN)};`, map: null };
      },
    },
    async renderStart() {
      const cut = cutByScreen(this, ids, screens);
      const addresses = await Promise.all(
        OTHERS.map(async (language) => [language, await emitParts(this, language, cut)] as const),
      );
      files = Object.fromEntries(addresses);
    },
    // Before the scripts get their names, which tell what is in them.
    renderChunk: (code) =>
      FIRST_PARTS.test(code) ? { code: code.replace(FIRST_PARTS, () => JSON.stringify(files)), map: null } : null,
  };
}

/** Which ids the first view says, those of each other part, and the parts of each screen. */
interface Cut {
  readonly first: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly screens: ReadonlyMap<string, readonly string[]>;
}

/** Throws where a module shows words and is fetched in a way that would not wait for them. */
function cutByScreen(
  graph: Rollup.PluginContext,
  ids: ReadonlyMap<string, readonly string[]>,
  screens: ReadonlyMap<string, ReadonlySet<string>>,
): Cut {
  const entries = [...graph.getModuleIds()].filter((id) => graph.getModuleInfo(id)?.isEntry);
  const atFirst = reached(graph, entries);
  const first = new Set([...atFirst].flatMap((id) => ids.get(id) ?? []));
  const parts = new Map<string, Set<string>>();
  const named = new Map<string, readonly string[]>();
  const told = new Set(atFirst);
  for (const [name, targets] of screens) {
    const modules = [...reached(graph, targets)].filter((id) => !atFirst.has(id) && ids.has(id));
    for (const id of modules) {
      told.add(id);
      const part = parts.get(partOf(id)) ?? new Set();
      for (const message of ids.get(id)!) if (!first.has(message)) part.add(message);
      if (part.size > 0) parts.set(partOf(id), part);
    }
    const needed = [...new Set(modules.map(partOf))].filter((part) => parts.has(part));
    if (needed.length > 0) named.set(name, needed.sort());
  }
  const mute = [...ids.keys()].filter((id) => !told.has(id) && graph.getModuleInfo(id));
  if (mute.length > 0) throw new Error(`Nobody waits for the words of ${mute.join(', ')}`);
  return { first, parts, screens: named };
}

/** The modules that come with `roots`, themselves included. */
function reached(graph: Rollup.PluginContext, roots: Iterable<string>): Set<string> {
  const found = new Set<string>(roots);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** Writes the parts of a language; the address of the first. */
async function emitParts(build: Rollup.PluginContext, language: string, cut: Cut): Promise<string> {
  const templates = await templatesOf(language);
  // A sentence without a translation is said in English; test/models/catalogues.test.ts sees to it that there is none.
  const wordsOf = (ids: Iterable<string>): PartWords =>
    Object.fromEntries(
      [...ids]
        .filter((id) => Object.hasOwn(templates, id))
        .sort()
        .map((id) => [id, sentenceOf(templates[id]!)]),
    );
  const emit = (name: string, content: object): string => {
    const source = JSON.stringify(content);
    const fileName = `assets/${name}-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.json`;
    build.emitFile({ type: 'asset', fileName, source });
    return `/${fileName}`;
  };
  const addresses = new Map([...cut.parts].map(([part, ids]) => [part, emit(`${language}-${part}`, wordsOf(ids))]));
  const first: FirstPart = {
    words: wordsOf(cut.first),
    screens: Object.fromEntries(
      [...cut.screens].sort().map(([name, parts]) => [name, parts.map((part) => addresses.get(part)!)]),
    ),
  };
  return emit(language, first);
}

const sentenceOf = (found: Templates[string]): PartSentence =>
  typeof found === 'string' ? found : [found.strings, found.values];

/** The words of a language, as `npm run localize:build` made them of its catalogue. */
async function templatesOf(language: string): Promise<Templates> {
  const { module } = await runnerImport<{ templates: Templates }>(`/app/words/locales/${language}.ts`, {
    configFile: false,
    root: fileURLToPath(PROJECT),
    logLevel: 'warn',
    environments: { inline: { resolve: { noExternal: ['@lit/localize'] } } },
  });
  return module.templates;
}
