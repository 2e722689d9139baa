import { ConvertError } from './errors.ts';
import { DataType, ModelProto } from './onnx-schema.ts';
import { count, dim, dims4, type Shape } from './shape.ts';
import type { ModelStats } from './stats.ts';

/** The parts of a decoded file that are read here; protobufjs gives its 64-bit integers as objects. */
interface Int64 {
  toString(): string;
}
interface Attribute {
  name: string;
  i: Int64;
  ints: Int64[];
}
interface Node {
  opType: string;
  input: string[];
  output: string[];
  attribute: Attribute[];
}
interface Graph {
  node: Node[];
  initializer: { name: string; dims: Int64[]; dataType: number }[];
  input: { name: string; type: { tensorType: { shape: { dim: { dimValue: Int64 }[] } } } }[];
}

const numbers = (values: readonly Int64[]): number[] => values.map(Number);

/** Operators that leave the shape of what they read, or widen a smaller operand to the larger one. */
const KEEP = new Set(['Cast', 'Relu', 'Clip', 'PRelu', 'Sqrt', 'Add', 'Sub', 'Mul', 'Div', 'Max', 'Sigmoid']);

/**
 * Size of a model file, whoever made it: `statsOf` without a recipe. Multiply-accumulates are those of convolutions and of
 * fully connected layers.
 *
 * @throws {ConvertError} for an operator whose output shape it does not know.
 */
export function fileStats(bytes: Uint8Array): ModelStats {
  const { graph } = ModelProto.decode(bytes) as unknown as { graph: Graph };
  const shapes = new Map<string, Shape>(
    graph.input.map(({ name, type }) => [name, numbers(type.tensorType.shape.dim.map(({ dimValue }) => dimValue))]),
  );
  for (const { name, dims } of graph.initializer) shapes.set(name, numbers(dims));
  let macs = 0;
  for (const node of graph.node) {
    const inputs = node.input.map((name) => shapeNamed(shapes, name, node));
    const output = outputShape(node, inputs);
    shapes.set(node.output[0] ?? '', output);
    macs += macsOf(node, inputs, output);
  }
  const floats = graph.initializer.filter(({ dataType }) => dataType !== DataType.int64);
  return {
    params: floats.reduce((sum, { dims }) => sum + count(numbers(dims)), 0),
    macs,
    nodes: graph.node.filter(({ opType }) => opType !== 'Cast').length,
  };
}

function shapeNamed(shapes: ReadonlyMap<string, Shape>, name: string, node: Node): Shape {
  const shape = shapes.get(name);
  if (!shape) throw new ConvertError(`${node.opType}: nothing is known of its input ${name}`);
  return shape;
}

function outputShape(node: Node, inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  if (KEEP.has(node.opType)) return inputs.reduce((a, b) => (count(b) > count(a) ? b : a));
  switch (node.opType) {
    case 'Conv':
      return windowed(node, first, dim(inputs[1] ?? [], 0));
    case 'MaxPool':
    case 'AveragePool':
      return windowed(node, first, dim(first, 1));
    case 'GlobalAveragePool':
    case 'ReduceMean':
      return [dim(first, 0), dim(first, 1), 1, 1];
    case 'Flatten':
    case 'Reshape':
      return [dim(first, 0), count(first) / dim(first, 0)];
    case 'Gemm':
      return [dim(first, 0), dim(inputs[1] ?? [], 0)];
    default:
      throw new ConvertError(`${node.opType}: the shape of its output is not known`);
  }
}

function windowed(node: Node, input: Shape, channels: number): Shape {
  const list = (name: string): number[] => numbers(node.attribute.find((one) => one.name === name)?.ints ?? []);
  const [kernel, strides, pads] = [list('kernel_shape'), list('strides'), list('pads')];
  const side = (axis: 0 | 1): number => {
    const padded = dim(input, 2 + axis) + (pads[axis] ?? 0) + (pads[2 + axis] ?? 0);
    return Math.floor((padded - dim(kernel, axis)) / (strides[axis] ?? 1)) + 1;
  };
  return [dim(input, 0), channels, side(0), side(1)];
}

function macsOf(node: Node, inputs: readonly Shape[], output: Shape): number {
  if (node.opType === 'Gemm') return count(output) * dim(inputs[0] ?? [], 1);
  if (node.opType !== 'Conv') return 0;
  const [, inputsPerGroup, height, width] = dims4(inputs[1] ?? []);
  return count(output) * inputsPerGroup * height * width;
}
