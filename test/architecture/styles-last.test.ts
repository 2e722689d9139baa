import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { isNode, type Node } from './nodes';

const isStyles = ({ key, static: isStatic }: Node): boolean =>
  isStatic === true && isNode(key) && key.name === 'styles';

/** For each class of `source` that has styles, whether they are its last member. */
function stylesLast(source: string): boolean[] {
  const found: boolean[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value) && value.type === 'ClassBody') {
      const members = value.body as Node[];
      const at = members.findIndex(isStyles);
      if (at >= 0) found.push(at === members.length - 1);
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

test('the styles of an element stand last in its class: what it does is read first', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `app/${file.split(sep).join('/')}`);
  const found = files.map((file) => ({ file, last: stylesLast(readFileSync(file, 'utf8')) }));
  assert.ok(found.flatMap(({ last }) => last).length > 50);
  assert.deepEqual(
    found.filter(({ last }) => last.includes(false)).map(({ file }) => file),
    [],
  );
});

test('the check sees styles before a method, and leaves classes without them alone', () => {
  const source = `class A { static override styles = css\`\`; render() {} } class B { render() {} static styles = []; }
    class C { styles = 1; render() {} }`;
  assert.deepEqual(stylesLast(source), [false, true]);
});
