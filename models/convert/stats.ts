import { type OnnxGraph, shapeOf } from './onnx-graph.ts';
import { count, dim } from './shape.ts';

/** Size of a model. */
export interface ModelStats {
  /** Float constants: kernels, biases and slopes. */
  params: number;
  /** Multiply-accumulates of its convolutions and matrix products in one run, for the whole batch. */
  macs: number;
  /** Nodes in the file without the Casts that loading folds away. */
  nodes: number;
}

export function statsOf(graph: OnnxGraph): ModelStats {
  const floats = [...graph.constants.values()].filter((constant) => constant.type === 'float32');
  const products = graph.nodes.filter(({ op }) => op === 'Conv' || op === 'Gemm');
  return {
    params: floats.reduce((sum, constant) => sum + count(constant.shape), 0),
    macs: products.reduce((sum, node) => sum + macsOf(graph, node.inputs[1] ?? '', node.output), 0),
    nodes: graph.nodes.length,
  };
}

/** Each output number is one dot product with a kernel of in-channels-per-group * height * width, or with a row of a matrix. */
function macsOf(graph: OnnxGraph, kernel: string, output: string): number {
  const shape = shapeOf(graph, kernel);
  return (count(shapeOf(graph, output)) * count(shape)) / dim(shape, 0);
}
