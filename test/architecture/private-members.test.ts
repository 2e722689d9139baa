import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';

interface Member {
  readonly type: string;
  readonly accessibility?: string;
  readonly decorators?: readonly unknown[];
  readonly key?: { readonly name?: string };
  readonly kind?: string;
}

const isMember = (value: unknown): value is Member =>
  ['PropertyDefinition', 'MethodDefinition', 'AccessorProperty'].includes((value as Member).type);

/** The names of members that TypeScript alone keeps private. Decorators cannot see a `#` name, so theirs are left out. */
function privateByType(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (
      isMember(value) &&
      value.accessibility === 'private' &&
      value.kind !== 'constructor' &&
      !value.decorators?.length
    )
      found.push(value.key?.name ?? '');
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

test('a private member has a # name, unless a decorator must see it', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `app/${file.split(sep).join('/')}`);
  const found = files.flatMap((file) => privateByType(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
  assert.deepEqual(found, []);
});

test('the check sees fields, methods and getters, and leaves parameters and decorated members alone', () => {
  const source = `class A {
    private a = 1; private static b(): void {} private get c() { return 1; } @state() private d = 1; #e = 1;
    private constructor(private readonly f: number) {}
  }`;
  assert.deepEqual(privateByType(source), ['a', 'b', 'c']);
});
