import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

/** One built script: what it needs at once, and what it asks for later. Paths are relative to the build. */
export interface Chunk {
  readonly file: string;
  /** The name without folder and hash. */
  readonly name: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The text of a string or of a template without expressions: minifiers write either. */
function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (typeof value.value === 'string') return value.value;
  const quasis = value.quasis as readonly { readonly value: { readonly cooked: string } }[] | undefined;
  return quasis?.length === 1 ? quasis[0]!.value.cooked : null;
}

/** Reads the scripts below `assets/` of a build. */
export function readChunks(dist: string): ReadonlyMap<string, Chunk> {
  const files = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  return new Map(files.map((file) => [`assets/${file}`, readChunk(dist, `assets/${file}`)]));
}

function readChunk(dist: string, file: string): Chunk {
  const imports: string[] = [];
  const dynamicImports: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const source = textOf(value.source);
    if (source?.startsWith('./'))
      (value.type === 'ImportExpression' ? dynamicImports : imports).push(`assets/${source.slice(2)}`);
    Object.values(value).forEach(visit);
  };
  visit(parseAst(readFileSync(join(dist, file), 'utf8')));
  return { file, name: file.replace(/^assets\/|-[\w-]{8}\.js$/g, ''), imports, dynamicImports };
}

/** Everything that is fetched when `start` is: through static imports, and through the dynamic ones `follow` says yes to. */
export function reachable(
  chunks: ReadonlyMap<string, Chunk>,
  start: string,
  follow: (chunk: Chunk) => boolean = () => false,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    const chunk = chunks.get(file);
    if (!chunk) throw new Error(`${file} is imported but not built`);
    if (seen.has(file)) return;
    seen.add(file);
    chunk.imports.forEach(visit);
    chunk.dynamicImports.filter((path) => follow(chunks.get(path)!)).forEach(visit);
  };
  visit(start);
  return seen;
}

/** The page's own script, as index.html names it. */
export function entryOf(dist: string): string {
  const entry = /<script type="module"[^>]* src="\/(assets\/[^"]+)"/.exec(
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )?.[1];
  if (!entry) throw new Error('index.html names no script');
  return entry;
}
