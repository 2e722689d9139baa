import { Root } from 'protobufjs';

/**
 * The few ONNX messages and fields these models use, with their field numbers.
 * Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
const MESSAGES = {
  OperatorSetIdProto: { domain: ['string', 1], version: ['int64', 2] },
  DimensionProto: { dimValue: ['int64', 1] },
  TensorShapeProto: { dim: ['DimensionProto', 1, 'repeated'] },
  TensorTypeProto: { elemType: ['int32', 1], shape: ['TensorShapeProto', 2] },
  TypeProto: { tensorType: ['TensorTypeProto', 1] },
  ValueInfoProto: { name: ['string', 1], type: ['TypeProto', 2] },
  TensorProto: {
    dims: ['int64', 1, 'repeated'],
    dataType: ['int32', 2],
    name: ['string', 8],
    rawData: ['bytes', 9],
  },
  AttributeProto: {
    name: ['string', 1],
    i: ['int64', 3],
    ints: ['int64', 8, 'repeated'],
    type: ['int32', 20],
  },
  NodeProto: {
    input: ['string', 1, 'repeated'],
    output: ['string', 2, 'repeated'],
    name: ['string', 3],
    opType: ['string', 4],
    attribute: ['AttributeProto', 5, 'repeated'],
  },
  GraphProto: {
    node: ['NodeProto', 1, 'repeated'],
    name: ['string', 2],
    initializer: ['TensorProto', 5, 'repeated'],
    input: ['ValueInfoProto', 11, 'repeated'],
    output: ['ValueInfoProto', 12, 'repeated'],
  },
  ModelProto: {
    irVersion: ['int64', 1],
    producerName: ['string', 2],
    producerVersion: ['string', 3],
    graph: ['GraphProto', 7],
    opsetImport: ['OperatorSetIdProto', 8, 'repeated'],
  },
} as const;

type FieldSpec = readonly [type: string, id: number, rule?: string];

function fieldsOf(message: Record<string, FieldSpec>) {
  return Object.fromEntries(Object.entries(message).map(([name, [type, id, rule]]) => [name, { type, id, rule }]));
}

/** The encoder and decoder of a whole model. */
export const ModelProto = Root.fromJSON({
  nested: Object.fromEntries(Object.entries(MESSAGES).map(([name, message]) => [name, { fields: fieldsOf(message) }])),
}).lookupType('ModelProto');

/** TensorProto.DataType. */
export const DataType = { float32: 1, int64: 7, float16: 10 } as const;

/** AttributeProto.AttributeType. */
export const AttributeType = { int: 2, ints: 7 } as const;
