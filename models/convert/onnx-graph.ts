import { ConvertError } from './errors.ts';
import type { Shape } from './shape.ts';

/** An attribute of an ONNX node: an integer or a list of integers; these models need no other kind. */
export type OnnxAttribute = number | number[];

export interface OnnxNode {
  op: string;
  inputs: string[];
  output: string;
  attributes: Record<string, OnnxAttribute>;
}

/** A constant of the graph: float32 weights, or int64 values for shapes and paddings. */
export type OnnxConstant = { shape: Shape } & (
  | { type: 'float32'; data: Float32Array }
  | { type: 'int64'; data: number[] }
);

export interface OnnxGraph {
  name: string;
  input: string;
  outputs: string[];
  nodes: OnnxNode[];
  constants: Map<string, OnnxConstant>;
  /** Shape of every value, constants included; all dimensions are fixed. */
  shapes: Map<string, Shape>;
}

export function emptyGraph(name: string): OnnxGraph {
  return { name, input: '', outputs: [], nodes: [], constants: new Map(), shapes: new Map() };
}

/** Appends a node and returns the name of its only output: the operator and its position, so that names are repeatable. */
export function addNode(
  graph: OnnxGraph,
  op: string,
  inputs: string[],
  shape: Shape,
  attributes: Record<string, OnnxAttribute> = {},
): string {
  const output = `${op.toLowerCase()}_${graph.nodes.length}`;
  graph.nodes.push({ op, inputs, output, attributes });
  graph.shapes.set(output, shape);
  return output;
}

/** Adds a constant and returns its name, `role` and its position. */
export function addConstant(graph: OnnxGraph, role: string, constant: OnnxConstant): string {
  const name = `${role}_${graph.constants.size}`;
  graph.constants.set(name, constant);
  graph.shapes.set(name, constant.shape);
  return name;
}

export function addFloats(graph: OnnxGraph, role: string, shape: Shape, data: Float32Array): string {
  return addConstant(graph, role, { type: 'float32', shape, data });
}

export function addInts(graph: OnnxGraph, role: string, data: number[]): string {
  return addConstant(graph, role, { type: 'int64', shape: [data.length], data });
}

export function shapeOf(graph: OnnxGraph, name: string): Shape {
  const shape = graph.shapes.get(name);
  if (!shape) throw new ConvertError(`no value ${name} in graph ${graph.name}`);
  return shape;
}
