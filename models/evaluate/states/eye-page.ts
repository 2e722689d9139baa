import { LANDMARK_COUNT, LEFT_EYE, MESH_POINTS, RIGHT_EYE } from '../../../app/domain/face/mesh';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import { inputSize, MODELS } from '../../../app/vision/runtime/models';
import type { Runtime } from '../../../app/vision/runtime/runtime';
import { eyeOpenness, withEyes } from '../../../app/vision/steps/eyes';
import { wholeFrame } from '../../../app/vision/steps/region';
import { openRuntime } from '../open-runtime';

/** How much of the eye model's input lies around a picture of one eye, chosen of .8, 1 and 1.3 on the half that chooses. */
const AROUND = 1.3;

let runtime: Runtime;

export async function openEyes(): Promise<void> {
  runtime = await openRuntime(MODELS, null);
}

/**
 * How open the eye is that a picture shows: its aspect ratio by the app's own eye model, the mean of the picture and its mirror image, because it is
 * not known which eye it is. There is no face around it for the mesh, which places the eye in the app.
 */
export async function readEye(url: string): Promise<number> {
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  await runtime.load(picture);
  const side = Math.max(picture.width, picture.height);
  const region = { ...wholeFrame(picture.width, picture.height), size: side * AROUND };
  const crops = [cropToFrame(region, inputSize(MODELS.iris)), cropToFrame(region, inputSize(MODELS.iris), true)];
  const { points } = await runtime.infer('iris', crops);
  const landmarks = withEyes(new Float32Array(MESH_POINTS * 3), points!, crops);
  if (landmarks.length !== LANDMARK_COUNT * 3) throw new Error('The eye model has other points than the mesh.');
  runtime.unload();
  picture.close();
  return (eyeOpenness(landmarks, RIGHT_EYE) + eyeOpenness(landmarks, LEFT_EYE)) / 2;
}
