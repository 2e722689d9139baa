import { ConvertError } from './errors.ts';
import { constantOf, inputName, type Lowering, type Value } from './lowering.ts';
import { emptyGraph, type OnnxGraph } from './onnx-graph.ts';
import { OPERATORS } from './ops/index.ts';
import { concatRows, reshape } from './ops/reshape.ts';
import { mergePads } from './passes/merge-pads.ts';
import { removeUnused } from './passes/remove-unused.ts';
import { wholeKernels } from './passes/whole-kernels.ts';
import type { Shape } from './shape.ts';
import type { TfModel, TfNode } from './tfjs-model.ts';

/** An output of the ONNX model: the TensorFlow values joined along axis 1 in this order, then given this shape. */
export interface OutputRecipe {
  name: string;
  shape: Shape;
  from: readonly string[];
}

/** The input's name and fixed NCHW shape, and the outputs; what no output needs is left out. */
export interface GraphRecipe {
  id: string;
  input: { name: string; shape: Shape };
  outputs: readonly OutputRecipe[];
}

/**
 * Lowers a TensorFlow.js graph to an ONNX graph in float32. It works backwards from the outputs, so nodes that no output
 * needs are never made.
 *
 * @throws {ConvertError} for an operator, padding, layout or shape it does not know.
 */
export function lowerModel(model: TfModel, recipe: GraphRecipe): OnnxGraph {
  const graph = emptyGraph(recipe.id);
  graph.input = recipe.input.name;
  graph.shapes.set(graph.input, recipe.input.shape);
  const lowered = new Map<string, Value>();
  const lowering: Lowering = {
    graph,
    value: (node, index) => lowerNode(inputName(node, index)),
    weight: (node, index) => constantOf(model, inputName(node, index)),
  };
  function lowerNode(name: string): Value {
    const known = lowered.get(name);
    if (known) return known;
    const value = applyOperator(nodeNamed(model, name), lowering);
    lowered.set(name, value);
    return value;
  }
  for (const output of recipe.outputs) finishOutput(graph, output, output.from.map(lowerNode));
  mergePads(graph);
  wholeKernels(graph);
  removeUnused(graph);
  return graph;
}

function nodeNamed(model: TfModel, name: string): TfNode {
  const node = model.nodes.get(name);
  if (!node) throw new ConvertError(`no node ${name} in the original`);
  return node;
}

function applyOperator(node: TfNode, lowering: Lowering): Value {
  if (node.op === 'Placeholder') return { name: lowering.graph.input, layout: 'image' };
  const operator = OPERATORS.get(node.op);
  if (!operator) throw new ConvertError(`unsupported operator ${node.op} (node ${node.name})`);
  return operator(node, lowering);
}

/** Joins and reshapes what an output is made of and gives the last node the output's name. */
function finishOutput(graph: OnnxGraph, output: OutputRecipe, parts: Value[]): void {
  const { name } = reshape(graph, concatRows(graph, parts), output.shape);
  const producer = graph.nodes.find((node) => node.output === name);
  if (!producer || graph.outputs.includes(name))
    throw new ConvertError(`output ${output.name}: needs a node of its own`);
  producer.output = output.name;
  for (const node of graph.nodes) node.inputs = node.inputs.map((input) => (input === name ? output.name : input));
  graph.shapes.set(output.name, output.shape);
  graph.outputs.push(output.name);
}
