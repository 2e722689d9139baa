import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeModel } from '../../models/convert/encode.ts';
import { ConvertError } from '../../models/convert/errors.ts';
import { lowerModel } from '../../models/convert/lower-model.ts';
import type { TfAttribute, TfNode, TfWeight } from '../../models/convert/tfjs-model.ts';
import { runOnnx } from './support/run-onnx.ts';

const text = (value: string) => Buffer.from(value).toString('base64');
const list = (...values: number[]): TfAttribute => ({ list: { i: values } });
const window = (padding: string, stride: number): Record<string, TfAttribute> => ({
  padding: { s: text(padding) },
  strides: list(1, stride, stride, 1),
});
const floats = (shape: number[], ...data: number[]): TfWeight => ({ shape, data: Float32Array.from(data) });
const ints = (...data: number[]): TfWeight => ({ shape: [data.length], data: Int32Array.from(data) });

/** A model of an input `x`, these nodes, and these constants. */
function model(nodes: TfNode[], weights: Record<string, TfWeight>) {
  const all = [{ name: 'x', op: 'Placeholder' }, ...nodes];
  return { nodes: new Map(all.map((node) => [node.name, node])), weights: new Map(Object.entries(weights)) };
}

const recipe = (input: number[], output: number[], from: string[]) => ({
  id: 'tiny',
  input: { name: 'image', shape: input },
  outputs: [{ name: 'out', shape: output, from }],
});

async function compute(tiny: ReturnType<typeof model>, plan: ReturnType<typeof recipe>, input: number[]) {
  const bytes = encodeModel(lowerModel(tiny, plan), 'fp32');
  const outputs = await runOnnx(bytes, Float32Array.from(input), plan.input.shape);
  return [...outputs.get('out')!.data];
}

const CONV = { name: 'conv', op: '_FusedConv2D', input: ['x', 'kernel', 'bias', 'slope'] };
const FUSED_PRELU = { fused_ops: { list: { s: [text('BiasAdd'), text('Prelu')] } } };

test('a convolution with bias and Prelu, by hand', async () => {
  const tiny = model([{ ...CONV, attr: { ...window('VALID', 1), ...FUSED_PRELU } }], {
    kernel: floats([1, 1, 2, 1], 1, -1),
    bias: floats([1], 0.5),
    slope: floats([1, 1, 1], 1.5),
  });
  // Channels 1 2 3 and 3 2 1: differences -2 0 2, plus a half; the negative one times a slope above 1.
  const out = await compute(tiny, recipe([1, 2, 1, 3], [1, 3, 1], ['conv']), [1, 2, 3, 3, 2, 1]);
  assert.deepEqual(out, [-2.25, 0.5, 2.5]);
});

test('numbers leave in the order TensorFlow flattens them: channels last', async () => {
  const tiny = model([{ name: 'flat', op: 'Reshape', input: ['x', 'target'] }], { target: ints(1, -1) });
  const out = await compute(tiny, recipe([1, 2, 1, 3], [1, 6], ['flat']), [1, 2, 3, 10, 20, 30]);
  assert.deepEqual(out, [1, 10, 2, 20, 3, 30]);
});

test('outputs are joined in the order of the recipe', async () => {
  const tiny = model(
    [
      { name: 'a', op: 'Relu', input: ['x'] },
      { name: 'a_flat', op: 'Reshape', input: ['a', 'target'] },
      { name: 'x_flat', op: 'Reshape', input: ['x', 'target'] },
    ],
    { target: ints(1, 2, 1) },
  );
  const out = await compute(tiny, recipe([1, 1, 1, 2], [1, 4, 1], ['x_flat', 'a_flat']), [-1, 2]);
  assert.deepEqual(out, [-1, 2, 0, 2]);
});

test('SAME at stride 2 on an even size samples cells 1, 3, not 0, 2', async () => {
  const tiny = model(
    [{ name: 'conv', op: 'Conv2D', input: ['x', 'kernel'], attr: { ...window('SAME', 2) } }],
    // Only the middle of the 1x3 kernel is not zero, so the output is the cell the window is centred on.
    { kernel: floats([1, 3, 1, 1], 0, 1, 0) },
  );
  assert.deepEqual(await compute(tiny, recipe([1, 1, 1, 4], [1, 2], ['conv']), [1, 2, 3, 4]), [2, 4]);
});

const PADDED = model(
  [
    { name: 'pad', op: 'Pad', input: ['x', 'paddings'] },
    { name: 'conv', op: 'DepthwiseConv2dNative', input: ['pad', 'kernel'], attr: window('VALID', 1) },
  ],
  { paddings: ints(0, 0, 0, 0, 1, 2, 0, 0), kernel: floats([1, 2, 1, 1], 10, 1) },
);

test('a spatial Pad becomes the pads of the convolution behind it', async () => {
  const plan = recipe([1, 1, 1, 2], [1, 4], ['conv']);
  const graph = lowerModel(PADDED, plan);
  assert.deepEqual(
    graph.nodes.map(({ op }) => op),
    ['Conv', 'Reshape'],
  );
  assert.deepEqual(graph.nodes[0]?.attributes.pads, [0, 1, 0, 2]);
  assert.deepEqual(await compute(PADDED, plan, [3, 4]), [3, 34, 40, 0]);
});

test('a Pad of channels stays a Pad and adds zeros behind', async () => {
  const tiny = model([{ name: 'pad', op: 'Pad', input: ['x', 'paddings'] }], {
    paddings: ints(0, 0, 0, 0, 0, 0, 0, 2),
  });
  assert.deepEqual(await compute(tiny, recipe([1, 1, 1, 1], [1, 3], ['pad']), [5]), [5, 0, 0]);
});

test('a convolution that covers its whole input becomes a matrix product, one row for each item of the batch', async () => {
  const conv = { ...CONV, attr: { ...window('VALID', 1), fused_ops: { list: { s: [text('BiasAdd')] } } } };
  const tiny = (kernel: TfWeight) => model([conv], { kernel, bias: floats([2], 0.5, -0.5) });
  // Two rows, one column, two inputs, two outputs. The first output reads the upper cell, the second the lower one.
  const whole = tiny(floats([2, 1, 2, 2], 1, 0, 10, 0, 0, 1, 0, 10));
  const plan = recipe([2, 2, 2, 1], [2, 2], ['conv']);
  assert.deepEqual(
    lowerModel(whole, plan).nodes.map(({ op }) => op),
    ['Reshape', 'Gemm', 'Reshape', 'Reshape'],
  );
  assert.deepEqual(await compute(whole, plan, [1, 2, 3, 4, 5, 6, 7, 8]), [31.5, 41.5, 75.5, 85.5]);
  const part = lowerModel(tiny(floats([1, 1, 2, 2], 1, 0, 10, 0)), recipe([2, 2, 2, 1], [2, 2, 2], ['conv']));
  assert.equal(part.nodes[0]?.op, 'Conv');
});

test('nodes that no output needs are left out', () => {
  const tiny = model(
    [
      { name: 'used', op: 'Relu', input: ['x'] },
      { name: 'unused', op: 'NobodyKnowsThis', input: ['x'] },
    ],
    {},
  );
  const graph = lowerModel(tiny, recipe([1, 1, 1, 1], [1, 1, 1, 1], ['used']));
  assert.deepEqual(
    graph.nodes.map(({ op }) => op),
    ['Relu'],
  );
});

test('the same graph gives the same bytes', () => {
  const bytes = () => encodeModel(lowerModel(PADDED, recipe([1, 1, 1, 2], [1, 4], ['conv'])), 'fp16');
  assert.deepEqual(bytes(), bytes());
});

const REFUSED: [string, TfNode, RegExp][] = [
  ['an unknown operator', { name: 'y', op: 'Sinh', input: ['x'] }, /unsupported operator Sinh \(node y\)/],
  ['a missing constant', { name: 'y', op: 'Prelu', input: ['x', 'nowhere'] }, /nowhere: expected a constant/],
  [
    'an unknown fused activation',
    { ...CONV, name: 'y', attr: { ...window('VALID', 1), fused_ops: { list: { s: [text('BiasAdd'), text('Elu')] } } } },
    /unsupported fused operation Elu/,
  ],
  [
    'a dilated kernel',
    { ...CONV, name: 'y', attr: { ...window('VALID', 1), ...FUSED_PRELU, dilations: list(1, 2, 2, 1) } },
    /dilated kernel/,
  ],
];

for (const [what, node, message] of REFUSED) {
  test(`${what} is refused in one line`, () => {
    const weights = { kernel: floats([1, 1, 1, 1], 1), bias: floats([1], 0), slope: floats([1, 1, 1], 0) };
    assert.throws(
      () => lowerModel(model([node], weights), recipe([1, 1, 1, 1], [1, 1, 1, 1], ['y'])),
      (error) => error instanceof ConvertError && message.test(error.message) && !error.message.includes('\n'),
    );
  });
}
