import type { OnnxGraph } from '../onnx-graph.ts';

/** Drops nodes and constants that no output depends on (left over when two steps became one). */
export function removeUnused(graph: OnnxGraph): void {
  const needed = new Set(graph.outputs);
  // Nodes stand in order of use, so one walk from the last to the first sees every consumer before its producer.
  graph.nodes = graph.nodes
    .toReversed()
    .filter((node) => {
      if (!needed.has(node.output)) return false;
      for (const input of node.inputs) needed.add(input);
      return true;
    })
    .toReversed();
  for (const name of graph.constants.keys()) if (!needed.has(name)) graph.constants.delete(name);
}
