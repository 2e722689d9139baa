import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAnalyseArguments } from '../../models/analyse/arguments';

test('files and options are told apart', () => {
  assert.deepEqual(parseAnalyseArguments(['a.mp4', '--json', 'out.json', 'b.png', '--backend', 'webgpu']), {
    files: ['a.mp4', 'b.png'],
    backend: 'webgpu',
    jsonPath: 'out.json',
    baseline: { kind: 'average' },
    pairsPath: null,
    dynamics: false,
    tracePath: null,
  });
  assert.deepEqual(parseAnalyseArguments(['a.mp4', '--baseline', 'first:2.5']).baseline, {
    kind: 'first',
    seconds: 2.5,
  });
  assert.deepEqual(parseAnalyseArguments(['a.mp4', '--baseline', 'b.png']).baseline, { kind: 'file', file: 'b.png' });
  assert.equal(parseAnalyseArguments(['--pairs', 'list.csv']).pairsPath, 'list.csv');
  assert.equal(parseAnalyseArguments(['a.mp4']).backend, 'wasm');
  assert.equal(parseAnalyseArguments(['a.mp4', '--dynamics']).dynamics, true);
  assert.equal(parseAnalyseArguments(['--dynamics', '--trace', 'trace.json']).tracePath, 'trace.json');
});

test('what is wrong with the command line is said in one line', () => {
  assert.throws(() => parseAnalyseArguments([]), /^Error: Usage/);
  assert.throws(() => parseAnalyseArguments(['a.mp4', '--backend', 'cuda']), /wasm or webgpu, not cuda/);
  for (const seconds of ['0', '-1', 'two', '']) {
    assert.throws(() => parseAnalyseArguments(['a.mp4', '--baseline', `first:${seconds}`]), /seconds above 0/);
  }
  assert.throws(() => parseAnalyseArguments(['a.mp4', '--pairs', 'list.csv']), /leave out files/);
  assert.throws(() => parseAnalyseArguments(['--pairs', 'list.csv', '--baseline', 'b.png']), /leave out files/);
  for (const more of [['a.mp4', '--dynamics'], ['--dynamics', '--baseline', 'b.png'], []])
    assert.throws(() => parseAnalyseArguments(['--trace', 'trace.json', ...more]), /takes --dynamics and no files/);
  assert.throws(() => parseAnalyseArguments(['a.mp4', '--speed', '9']), /--speed/);
});
