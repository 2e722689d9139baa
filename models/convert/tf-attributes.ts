import { ConvertError } from './errors.ts';
import type { TfNode } from './tfjs-model.ts';

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** A string attribute such as `padding`. */
export function stringAttribute(node: TfNode, name: string): string {
  const value = node.attr?.[name]?.s;
  if (value === undefined) throw new ConvertError(`${node.op} ${node.name}: no attribute ${name}`);
  return decode(value);
}

/** A list of strings such as `fused_ops`; an absent list is empty. */
export function stringsAttribute(node: TfNode, name: string): string[] {
  return (node.attr?.[name]?.list?.s ?? []).map(decode);
}

/** Height and width out of an NHWC list of four such as `strides` or `ksize`. */
export function spatialAttribute(node: TfNode, name: string): [number, number] {
  const [, height, width] = (node.attr?.[name]?.list?.i ?? []).map(Number);
  if (height === undefined || width === undefined)
    throw new ConvertError(`${node.op} ${node.name}: no attribute ${name}`);
  return [height, width];
}

/** Refuses what the lowering would silently get wrong: another data layout or a dilated kernel. */
export function requirePlainWindow(node: TfNode): void {
  const layout = node.attr?.data_format?.s;
  if (layout !== undefined && decode(layout) !== 'NHWC') throw new ConvertError(`${node.op} ${node.name}: not NHWC`);
  const dilations = (node.attr?.dilations?.list?.i ?? []).map(Number);
  if (dilations.some((dilation) => dilation !== 1)) throw new ConvertError(`${node.op} ${node.name}: dilated kernel`);
}
