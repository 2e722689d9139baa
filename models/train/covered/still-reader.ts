import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { FACE_LOGIT, FaceFinder, type Mesh } from '../../../app/vision/face-finder';
import { samplingOf } from '../../../app/vision/frame/frame-source';
import { type Pixels, resample } from '../../../app/vision/frame/resample';
import type { Affine, Region } from '../../../app/vision/geometry/affine';
import type { ModelRole } from '../../../app/vision/protocol';
import { inputSize, MODELS } from '../../../app/vision/runtime/models';
import { align, DEFAULT_TEMPLATE } from '../../../app/vision/steps/align';
import { coverFeatures } from '../../../app/vision/steps/covered';
import { StageClock } from '../../../app/vision/worker/stage-clock';
import type { FacePlace, Grey } from './covers';

/** A face as the app's models see it. */
export interface StillFace {
  readonly mesh: Mesh;
  /** What `covered` is reckoned from. */
  readonly features: Float64Array;
  readonly place: FacePlace;
}

const ROLES = ['landmarks', 'expression'] as const satisfies readonly ModelRole[];

/** Reads grey pictures with the app's own steps and models, in Node. */
export class StillReader {
  #pixels: Pixels | null = null;
  readonly #finder = new FaceFinder((role, crops) => this.#infer(role, crops), MODELS, new StageClock());

  private constructor(readonly sessions: ReadonlyMap<ModelRole, InferenceSession>) {}

  static async open(): Promise<StillReader> {
    env.wasm.numThreads = 1;
    const sessions = new Map<ModelRole, InferenceSession>();
    for (const role of ROLES) {
      const bytes = readFileSync(new URL(`../../${MODELS[role].file}`, import.meta.url));
      sessions.set(role, await InferenceSession.create(bytes));
    }
    return new StillReader(sessions);
  }

  /** The face in `region`, which is looked at `twice` where it is not that of a mesh; null where the mesh says that there is none. */
  async read({ data, side }: Grey, region: Region, twice: boolean): Promise<StillFace | null> {
    const rgba = new Uint8Array(4 * side * side);
    for (const [at, value] of data.entries()) rgba.set([value, value, value, 255], 4 * at);
    this.#pixels = { data: rgba, width: side, height: side, window: { left: 0, top: 0, width: side, height: side } };
    const first = await this.#finder.mesh(region);
    const mesh = twice && first.logit >= FACE_LOGIT ? await this.#finder.mesh(first.region) : first;
    if (mesh.logit < FACE_LOGIT) return null;
    const spec = MODELS.expression;
    const crop = align(mesh.points, spec.template ?? DEFAULT_TEMPLATE, inputSize(spec));
    const { embedding } = await this.#infer('expression', [crop]);
    return { mesh, features: coverFeatures(embedding!, mesh.logit), place: placeOf(mesh.points) };
  }

  async #infer(role: ModelRole, crops: readonly Affine[]): Promise<Record<string, Float32Array>> {
    const { input, outputs } = MODELS[role];
    const values = new Float32Array(input.shape.reduce((product, n) => product * n, 1));
    resample(this.#pixels!, crops[0]!, input, samplingOf(role), values, 0);
    const answer = await this.sessions.get(role)!.run({ [input.name]: new Tensor('float32', values, input.shape) });
    return Object.fromEntries(outputs.map(({ name }) => [name, answer[name]!.data as Float32Array]));
  }
}

function placeOf(points: Float32Array): FacePlace {
  const xs = points.filter((_, at) => at % 3 === 0);
  const ys = points.filter((_, at) => at % 3 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    x,
    y,
    width: Math.max(...xs) - x,
    height: Math.max(...ys) - y,
    point: (index) => [points[3 * index]!, points[3 * index + 1]!],
  };
}
