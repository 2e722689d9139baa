import { parseAst } from 'vite';

/** What one module can say, and what it fetches by `import()`. */
export interface Said {
  /** The ids of its messages, as @lit/localize makes them. */
  readonly ids: readonly string[];
  /** Where its calls of `import()` stand in the code, and what they name. */
  readonly imports: readonly { readonly start: number; readonly end: number; readonly source: string }[];
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The texts between the expressions of what is given to `msg()`; null of what is no message. */
function textsOf(given: unknown): string[] | null {
  if (!isNode(given)) return null;
  if (given.type === 'Literal' && typeof given.value === 'string') return [given.value];
  const template = given.type === 'TaggedTemplateExpression' ? given.quasi : given;
  if (!isNode(template) || template.type !== 'TemplateLiteral') return null;
  return (template.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
}

/** The id that a message is given by hand, because its text alone does not say which of two it is. */
function ownId(options: unknown): string | null {
  if (!isNode(options) || options.type !== 'ObjectExpression') return null;
  const value = (options.properties as Node[]).find(({ key }) => isNode(key) && key.name === 'id')?.value;
  return isNode(value) && typeof value.value === 'string' ? value.value : null;
}

/** Reads a module of JavaScript. Throws on a message that cannot be told without running it. */
export function saidIn(code: string, generateMsgId: (texts: string[], isHtml: boolean) => string): Said {
  const ids: string[] = [];
  const imports: { start: number; end: number; source: string }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && isNode(value.callee) && value.callee.name === 'msg') {
      const [message, options] = value.arguments as unknown[];
      const texts = textsOf(message);
      if (!texts) throw new Error(`Not a message: ${code.slice(value.start, value.end)}`);
      ids.push(ownId(options) ?? generateMsgId(texts, false));
    }
    if (value.type === 'ImportExpression' && isNode(value.source) && typeof value.source.value === 'string')
      imports.push({ start: value.start, end: value.end, source: value.source.value });
    Object.values(value).forEach(visit);
  };
  visit(parseAst(code));
  return { ids, imports };
}
