import type { OnnxGraph, OnnxNode } from '../onnx-graph.ts';

/**
 * Moves a zero Pad of height and width into the convolutions that read it, which pad for free. The Pad itself stays if
 * anything else reads it; otherwise `removeUnused` drops it. Pads of batch or channels are left alone, and so are those
 * before pooling, whose own padding is no zero.
 */
export function mergePads(graph: OnnxGraph): void {
  const pads = new Map(graph.nodes.filter((node) => node.op === 'Pad').map((node) => [node.output, node]));
  for (const node of graph.nodes) {
    const pad = node.op === 'Conv' ? pads.get(node.inputs[0] ?? '') : undefined;
    const added = pad && spatialPads(graph, pad);
    if (!pad || !added) continue;
    const own = node.attributes.pads as number[];
    node.attributes.pads = own.map((cells, side) => cells + (added[side] ?? 0));
    node.inputs[0] = pad.inputs[0] ?? '';
  }
}

/** [top, left, bottom, right] of a Pad of NCHW, or undefined if it pads batch or channels. */
function spatialPads(graph: OnnxGraph, pad: OnnxNode): number[] | undefined {
  const constant = graph.constants.get(pad.inputs[1] ?? '');
  if (constant?.type !== 'int64' || constant.data.length !== 8) return undefined;
  const [n0, c0, top = 0, left = 0, n1, c1, bottom = 0, right = 0] = constant.data;
  return n0 || c0 || n1 || c1 ? undefined : [top, left, bottom, right];
}
