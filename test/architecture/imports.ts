import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { isNode, type Node } from './nodes';

/** One import of a file: what it names, and whether it vanishes when types are erased. */
export interface Import {
  readonly source: string;
  readonly typeOnly: boolean;
}

/** Every import, re-export, dynamic import and `new URL(..., import.meta.url)` of a TypeScript file. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      const one = importOf(value);
      if (one) found.push(one);
      Object.values(value).forEach(visit);
    }
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
}

function importOf(node: Node): Import | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return named(node, node.importKind === 'type' || onlyTypeSpecifiers(node.specifiers));
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return isNode(node.source) ? named(node, node.exportKind === 'type') : null;
    case 'ImportExpression':
      return named(node, false);
    case 'TSImportType':
      return named(node, true);
    case 'NewExpression':
      return urlOf(node);
    default:
      return null;
  }
}

function named(node: Node, typeOnly: boolean): Import | null {
  const source = node.source ?? node.argument;
  return isNode(source) && typeof source.value === 'string' ? { source: source.value, typeOnly } : null;
}

const onlyTypeSpecifiers = (specifiers: unknown): boolean =>
  Array.isArray(specifiers) &&
  specifiers.length > 0 &&
  specifiers.every((one) => isNode(one) && one.importKind === 'type');

function urlOf(node: Node): Import | null {
  const [first, second] = (node.arguments as unknown[]) ?? [];
  const callee = node.callee;
  if (!isNode(callee) || callee.name !== 'URL' || !isNode(first) || !isNode(second)) return null;
  const isModuleUrl = second.type === 'MemberExpression' && typeof first.value === 'string';
  return isModuleUrl && (first.value as string).startsWith('.')
    ? { source: first.value as string, typeOnly: false }
    : null;
}
