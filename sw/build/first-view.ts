import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { sharedStyles } from '../../app/elements/styles/shared-styles.ts';
import { shellStyles } from '../../app/views/shell/shell-styles.ts';
import { todayStyles } from '../../app/views/today/today-styles.ts';
import { PROJECT } from './project.ts';

const SCRIPT = 'first-view.js';
const STYLES = /\/app\/start\/first-view\.css$/;

/** Styles of a component for the page itself, where a class stands for the host: `:host` becomes `&`, the rule it is nested in. */
const outside = (cssText: string): string => cssText.replace(/:host\(([^)]*)\)/g, '&$1').replaceAll(':host', '&');

/** The styles of the frame and of Today, for the copy of them that index.html begins with. */
export const firstViewStyles = (): string => `.first-view {
${outside(sharedStyles.cssText)}
${outside(shellStyles.cssText)}
.screen {
flex: 1;
${outside(todayStyles.cssText)}
}
}`;

/**
 * What the first paint is made of: the styles that make index.html's copy of Today look like the real one, and the script that
 * decides whether it is shown. A classic script, because a module would run only after that paint.
 */
export function firstView(): Plugin {
  let building = true;
  return {
    name: 'reverie:first-view',
    enforce: 'pre',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    async load(id) {
      if (!STYLES.test(id.split('?')[0]!)) return null;
      const own = await this.fs.readFile(id.split('?')[0]!, { encoding: 'utf8' });
      return `${firstViewStyles()}\n${own}`;
    },
    async buildStart() {
      if (building) this.emitFile({ type: 'asset', name: SCRIPT, source: await script() });
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${SCRIPT}`, (_request, response, next) => {
        response.setHeader('Content-Type', 'text/javascript');
        script().then((code) => response.end(code), next);
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, path }) => {
        // While developing, other pages pass by here as well.
        if (path !== '/index.html') return [];
        const src = `/${bundle ? fileOf(bundle) : SCRIPT}`;
        return [{ tag: 'script', attrs: { src }, injectTo: 'head' }];
      },
    },
  };
}

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(PROJECT),
    publicDir: false,
    logLevel: 'warn',
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
