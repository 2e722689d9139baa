/** One block of a `_headers` file: a path, whose last character may be `*`, and the headers it adds. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * Reads the format that Netlify and Cloudflare Pages share: a path at the start of a line, its headers indented below it,
 * `#` for comments. Throws on a header without a path or without a colon, so that a slip does not silently drop the policy.
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: Map<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: new Map() });
      continue;
    }
    const colon = line.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 0 || !rule) throw new Error(`_headers: not a header of a path: ${line.trim()}`);
    rule.headers.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return rules;
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** The headers of one path: those of every rule that matches it. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) => matches(rule.path, path));
  return Object.fromEntries(matching.flatMap(({ headers }) => [...headers]));
}
