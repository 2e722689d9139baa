import type { Affine } from '../../app/vision/geometry/affine';
import { cropToFrame } from '../../app/vision/geometry/affine';
import type { ModelSpec } from '../../app/vision/runtime/models';
import { inputSize } from '../../app/vision/runtime/models';
import type { Runtime } from '../../app/vision/runtime/runtime';
import { align, DEFAULT_TEMPLATE } from '../../app/vision/steps/align';
import { classifierOf } from '../../app/vision/steps/classify';
import { meshToFrame, presenceFromLogit } from '../../app/vision/steps/landmarks';
import { wholeFrame } from '../../app/vision/steps/region';
import type { AlignMode } from './arguments';
import { isRegistered, isTrusted } from './trust';

/**
 * Share of the landmark model's input that a still crop gets. The app shows the model a region 1.5 times the face; crops of
 * FER+ are a little wider than the face, and of 112, 128, 144 and 160 of 192 pixels 144 found the most faces there. Training
 * did the same (`models/train/register.ts`).
 */
const MESH_SHARE = 144 / 192;

export interface Mesh {
  readonly presence: number;
  /** 468 x 3 in pixels of the still crop. */
  readonly landmarks: Float32Array;
}

/** The mesh of the picture that `runtime` has loaded: a still crop of `side` pixels that a face fills. */
export async function meshOf(runtime: Runtime, side: number): Promise<Mesh> {
  const region = { ...wholeFrame(side, side), size: side / MESH_SHARE };
  const toCrop = cropToFrame(region, inputSize(runtime.models.landmarks));
  const { landmarks, presence } = await runtime.infer('landmarks', [toCrop]);
  return { presence: presenceFromLogit(presence![0]!), landmarks: meshToFrame(landmarks!, toCrop) };
}

/** Where the expression model looks in a still crop of `side` pixels. */
export interface Look {
  readonly map: Affine;
  /** Whether the mesh is believed. */
  readonly believed: boolean;
  /** Whether the face was aligned to the model's template; otherwise the whole crop is taken as it is. */
  readonly aligned: boolean;
}

/** Aligned as a live face where the mesh is believed and `mode` wants it; the whole crop elsewhere, and without a mesh. */
export function lookAt(spec: ModelSpec, mesh: Mesh | null, side: number, mode: AlignMode): Look {
  const cropSize = inputSize(spec);
  const template = spec.template ?? DEFAULT_TEMPLATE;
  let believed = false;
  if (mesh) {
    const map = align(mesh.landmarks, template, cropSize);
    believed = isTrusted({ ...mesh, template, map, cropSize, side });
    const wanted = mode === 'always' || (mode === 'auto' && !isRegistered({ map, cropSize, side }));
    if (believed && wanted) return { map, believed, aligned: true };
  }
  return { map: cropToFrame(wholeFrame(side, side), cropSize), believed, aligned: false };
}

/** The values of the expression model's labels, in the model's own order. */
export async function valuesOf(runtime: Runtime, map: Affine): Promise<number[]> {
  const outputs = await runtime.infer('expression', [map]);
  return Array.from(outputs[classifierOf(runtime.models.expression).output]!);
}
