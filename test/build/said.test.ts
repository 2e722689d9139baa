import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidIn } from '../../sw/build/words/said';

const idOf = (texts: readonly string[]): string => texts.join('|');

// See: [Note: Words by screen]
test('a module’s messages are found by their ids, and what it imports when it is needed', () => {
  const code = `
    import { msg, str } from '@lit/localize';
    const one = () => msg('History', { desc: 'a list' });
    const two = (n) => msg(str\`\${n} of \${msg('all')}\`);
    const three = () => plural(msg('{n, plural, one {one} other {{n}}}'), { n: 1 });
    const four = () => msg('neutral', { id: 'look-neutral' });
    const load = () => Promise.all([import('./history'), import(\`./\${name}\`)]);`;
  const { ids, imports } = saidIn(code, idOf);
  assert.deepEqual(ids, ['History', '| of |', 'all', '{n, plural, one {one} other {{n}}}', 'look-neutral']);
  assert.deepEqual(
    imports.map(({ start, end, source }) => [code.slice(start, end), source]),
    [["import('./history')", './history']],
  );
});

test('a message that only running it could tell is refused', () => {
  assert.throws(() => saidIn('const word = (name) => msg(name);', idOf), /Not a message: msg\(name\)/);
});
