import { toFloat16Bits } from './float16.ts';
import { halfConstants, type WeightStorage } from './half-weights.ts';
import { type OnnxAttribute, type OnnxConstant, type OnnxGraph, type OnnxNode, shapeOf } from './onnx-graph.ts';
import { AttributeType, DataType, ModelProto } from './onnx-schema.ts';

/** Operator set 17 has every operator used here in its present form; intermediate representation 8 goes with it. */
export const OPSET = 17;
export const IR_VERSION = 8;

/**
 * The bytes of an .onnx file. The same graph always gives the same bytes: there is no date, and everything stands in
 * graph order.
 *
 * Weights stored as fp16 go through a Cast to float32 that ONNX Runtime folds away at load, so that half the bytes are
 * downloaded and the arithmetic stays float32.
 */
export function encodeModel(graph: OnnxGraph, storage: WeightStorage): Uint8Array {
  const halves = halfConstants(graph, storage);
  const model = {
    irVersion: IR_VERSION,
    producerName: 'reverie-convert',
    producerVersion: '1',
    opsetImport: [{ domain: '', version: OPSET }],
    graph: {
      name: graph.name,
      node: [...[...halves].map(castNode), ...graph.nodes.map(plainNode)],
      initializer: [...graph.constants].map(([name, constant]) =>
        halves.has(name) ? halfTensor(name, constant) : plainTensor(name, constant),
      ),
      input: [valueInfo(graph, graph.input)],
      output: graph.outputs.map((name) => valueInfo(graph, name)),
    },
  };
  return ModelProto.encode(ModelProto.fromObject(model)).finish();
}

function plainNode({ op, inputs, output, attributes }: OnnxNode) {
  return {
    input: inputs,
    output: [output],
    name: output,
    opType: op,
    attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  };
}

function castNode(name: string) {
  return plainNode({ op: 'Cast', inputs: [`${name}_fp16`], output: name, attributes: { to: DataType.float32 } });
}

function attribute(name: string, value: OnnxAttribute) {
  return Array.isArray(value)
    ? { name, ints: value, type: AttributeType.ints }
    : { name, i: value, type: AttributeType.int };
}

function valueInfo(graph: OnnxGraph, name: string) {
  const dim = shapeOf(graph, name).map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: DataType.float32, shape: { dim } } } };
}

function plainTensor(name: string, constant: OnnxConstant) {
  const rawData =
    constant.type === 'float32'
      ? pack(constant.data, 4, (view, offset, value) => view.setFloat32(offset, value, true))
      : pack(constant.data, 8, (view, offset, value) => view.setBigInt64(offset, BigInt(value), true));
  return { name, dims: [...constant.shape], dataType: DataType[constant.type], rawData };
}

function halfTensor(name: string, constant: OnnxConstant) {
  const rawData = pack(constant.data, 2, (view, offset, value) => view.setUint16(offset, toFloat16Bits(value), true));
  return { name: `${name}_fp16`, dims: [...constant.shape], dataType: DataType.float16, rawData };
}

/** Raw tensor data is little-endian in ONNX, whatever this machine is. */
function pack(values: ArrayLike<number>, size: number, write: (view: DataView, offset: number, value: number) => void) {
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of Array.from(values).entries()) write(view, index * size, value);
  return bytes;
}
