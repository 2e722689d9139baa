import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAnalyseArguments } from '../../models/analyse/arguments';

test('files and options are told apart', () => {
  assert.deepEqual(parseAnalyseArguments(['a.mp4', '--json', 'out.json', 'b.png', '--backend', 'webgpu']), {
    files: ['a.mp4', 'b.png'],
    backend: 'webgpu',
    jsonPath: 'out.json',
  });
  assert.equal(parseAnalyseArguments(['a.mp4']).backend, 'wasm');
});

test('what is wrong with the command line is said in one line', () => {
  assert.throws(() => parseAnalyseArguments([]), /^Error: Usage/);
  assert.throws(() => parseAnalyseArguments(['a.mp4', '--backend', 'cuda']), /wasm or webgpu, not cuda/);
  assert.throws(() => parseAnalyseArguments(['a.mp4', '--speed', '9']), /--speed/);
});
