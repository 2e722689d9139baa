import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotOf, whatToCache } from '../../sw/what';

const file = (url: string, revision: string | null = 'r') => ({ url, revision });
const list = { models: { iris: { file: 'iris/model.onnx', sha256: '772a68126f987d1a' } } };

test('the shell is stored at install; models, runtime and rare fonts only once they are used', () => {
  const shell = [
    file('index.html'),
    file('assets/index-DG4XW31D.js', null),
    file('assets/vision.worker-_SI25JA5.js', null),
    file('assets/inter-latin-wght-normal-Dx4kXJAl.woff2', null),
    file('icons/favicon.svg'),
  ];
  const late = [
    file('assets/ort.wasm.bundle.min-TP3QwqPl.js', null),
    file('ort/1.30.0/ort-wasm-simd-threaded.wasm'),
    file('models/iris/model.onnx'),
    file('assets/inter-latin-ext-wght-normal-DO1Apj_S.woff2', null),
    file('assets/inter-greek-wght-normal-CkhJZR-_.woff2', null),
  ];
  const found = whatToCache([...shell, ...late], list);
  assert.deepEqual(found.shell, shell);
  assert.deepEqual(
    found.onFirstUse.map(({ path }) => path),
    [
      '/assets/ort.wasm.bundle.min-TP3QwqPl.js',
      '/ort/1.30.0/ort-wasm-simd-threaded.wasm',
      '/assets/inter-latin-ext-wght-normal-DO1Apj_S.woff2',
      '/assets/inter-greek-wght-normal-CkhJZR-_.woff2',
      '/models/iris/model.onnx?v=772a6812',
    ],
  );
});

test('two versions of a file share its slot, two files never do', () => {
  const versions = [
    ['/models/iris/model.onnx?v=772a6812', '/models/iris/model.onnx?v=00000000'],
    ['/ort/1.30.0/ort-wasm-simd-threaded.wasm', '/ort/1.31.0/ort-wasm-simd-threaded.wasm'],
    ['/assets/ort.wasm.bundle.min-TP3QwqPl.js', '/assets/ort.wasm.bundle.min--_3xwqPl.js'],
  ];
  for (const [one, other] of versions) assert.equal(slotOf(one!), slotOf(other!));
  assert.equal(new Set(versions.map(([one]) => slotOf(one!))).size, versions.length);
  assert.notEqual(
    slotOf('/ort/1.30.0/ort-wasm-simd-threaded.wasm'),
    slotOf('/ort/1.30.0/ort-wasm-simd-threaded.jspi.wasm'),
  );
});
