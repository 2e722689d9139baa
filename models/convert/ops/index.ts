import type { LowerOp } from '../lowering.ts';
import { lowerPrelu, lowerRelu, lowerSigmoid, lowerSoftmax } from './activation.ts';
import { lowerConv2D, lowerDepthwiseConv2D } from './convolution.ts';
import { lowerAdd, lowerConcat, lowerIdentity } from './joining.ts';
import { lowerPad } from './padding.ts';
import { lowerMaxPool, lowerMean } from './pooling.ts';
import { lowerReshape } from './reshape.ts';

/** TensorFlow operators this converter knows, each by the function that lowers it. */
export const OPERATORS: ReadonlyMap<string, LowerOp> = new Map([
  ['Add', lowerAdd],
  ['AddV2', lowerAdd],
  ['ConcatV2', lowerConcat],
  ['Conv2D', lowerConv2D],
  ['DepthwiseConv2dNative', lowerDepthwiseConv2D],
  ['FusedDepthwiseConv2dNative', lowerDepthwiseConv2D],
  ['Identity', lowerIdentity],
  ['MaxPool', lowerMaxPool],
  ['Mean', lowerMean],
  ['Pad', lowerPad],
  ['PadV2', lowerPad],
  ['Prelu', lowerPrelu],
  ['Relu', lowerRelu],
  ['Reshape', lowerReshape],
  ['Sigmoid', lowerSigmoid],
  ['Softmax', lowerSoftmax],
  ['_FusedConv2D', lowerConv2D],
]);
