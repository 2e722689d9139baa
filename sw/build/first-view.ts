import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup, runnerImport } from 'vite';
import { sharedStyles } from '../../app/elements/styles/shared-styles.ts';
import { shellStyles } from '../../app/views/shell/shell-styles.ts';
import { todayStyles } from '../../app/views/today/today-styles.ts';
import type { FirstPage } from './first-page.ts';
import { everyBuild, PROJECT } from './project.ts';

const SCRIPT = 'first-view.js';
const STYLES = /\/app\/start\/first-view\.css$/;
/** Where index.html wants the first page. */
const PLACE = '<!-- first page -->';

/** Styles of a component for the page itself, where a class stands for the host: `:host` becomes `&`, the rule it is nested in. */
const outside = (cssText: string): string => cssText.replace(/:host\(([^)]*)\)/g, '&$1').replaceAll(':host', '&');

/** The styles of the frame and of Today, for the first page. */
export const firstViewStyles = (): string => `.first-view {
${outside(sharedStyles.cssText)}
${outside(shellStyles.cssText)}
.screen {
flex: 1;
${outside(todayStyles.cssText)}
}
}`;

/** Of several languages the one that is spoken is seen, and without a script the first. */
const chosen = ([source, ...others]: readonly FirstPage[]): string =>
  others
    .map(
      ({
        language,
      }) => `.spoken:lang(${language}), :root[lang="${language}"] .spoken:lang(${source!.language}) { display: none }
:root[lang="${language}"] .spoken:lang(${language}) { display: block }`,
    )
    .join('\n');

const sections = (pages: readonly FirstPage[]): string =>
  pages.map(({ language, html }) => `<div class="spoken" lang="${language}">${html}</div>`).join('\n');

/**
 * What the first paint is made of: the page, the styles that make it look like Today, and the script that decides what of it is
 * shown. A classic script, because a module would run only after that paint. See: [Note: The first view]
 */
export function firstView(): Plugin {
  let building = true;
  let plugins: Plugin[] = [];
  let pages: Promise<readonly FirstPage[]>;
  return {
    name: 'reverie:first-view',
    enforce: 'pre',
    configResolved: (config) => {
      building = config.command === 'build';
      if (building) plugins = everyBuild(config);
    },
    async buildStart() {
      pages = firstPages(plugins);
      if (building) this.emitFile({ type: 'asset', name: SCRIPT, source: await script(plugins) });
    },
    async load(id) {
      if (!STYLES.test(id.split('?')[0]!)) return null;
      const own = await this.fs.readFile(id.split('?')[0]!, { encoding: 'utf8' });
      return `${firstViewStyles()}\n${own}\n${chosen(await pages)}`;
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${SCRIPT}`, (_request, response, next) => {
        response.setHeader('Content-Type', 'text/javascript');
        script(plugins).then((code) => response.end(code), next);
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle, path }) => {
        // While developing, other pages pass by here as well.
        if (path !== '/index.html') return html;
        // And what this one is made of may have changed.
        if (!building) pages = firstPages(plugins);
        const there = await pages;
        const src = `/${bundle ? fileOf(bundle) : SCRIPT}`;
        return {
          html: html.replace(PLACE, () => sections(there)),
          tags: [{ tag: 'script', attrs: { src }, injectTo: 'head' }],
        };
      },
    },
  };
}

/**
 * Settles once the pages that were asked for before are rendered. Two can't be rendered at once: each puts its `document` on the global
 * object, and removes it at its end.
 */
let before: Promise<unknown> = Promise.resolve();

/** The first page as the app's own modules have it, in every language. */
function firstPages(plugins: Plugin[]): Promise<readonly FirstPage[]> {
  const pages = before.then(() => rendered(plugins));
  before = pages.catch(() => undefined);
  return pages;
}

async function rendered(plugins: Plugin[]): Promise<readonly FirstPage[]> {
  const { module } = await runnerImport<{ pages: readonly FirstPage[] }>('/sw/build/first-page.ts', {
    configFile: false,
    root: fileURLToPath(PROJECT),
    logLevel: 'warn',
    plugins,
    // A new one each time: it can be configured only once.
    environments: { inline: { resolve: { noExternal: ['@lit/localize'] } } },
  });
  return module.pages;
}

async function script(plugins: Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(PROJECT),
    publicDir: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: fileURLToPath(new URL('app/start/first-view.ts', PROJECT)),
        output: { format: 'iife' },
      },
    },
  });
  const [{ code }] = (result as Rollup.RollupOutput).output;
  return code;
}

function fileOf(bundle: Rollup.OutputBundle): string {
  const found = Object.values(bundle).find((output) => output.type === 'asset' && output.names.includes(SCRIPT));
  if (!found) throw new Error(`The build has no ${SCRIPT}.`);
  return found.fileName;
}
