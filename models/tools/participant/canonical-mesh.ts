/** A face mesh as numbered in `app/domain/face/mesh.ts`, in canonical centimetres: x to the image's right, y up, z to the camera. */
export interface CanonicalMesh {
  /** Points x 3. */
  readonly positions: Float64Array;
  /** Points x 2: where each is in the picture of the skin, 0..1 from the bottom left. */
  readonly uv: Float64Array;
  /** Three points each, counterclockwise from the outside. */
  readonly triangles: readonly (readonly [number, number, number])[];
}

/** The canonical face. Source: MediaPipe (Apache-2.0), face_geometry/data/canonical_face_model.obj. */
export async function loadCanonicalMesh(): Promise<CanonicalMesh> {
  const response = await fetch('/models/tools/participant/canonical_face_model.obj');
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return meshOfObj(await response.text());
}

/** Reads the lines `v`, `vt` and `f` of an OBJ file whose faces are triangles. */
export function meshOfObj(text: string): CanonicalMesh {
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/));
  const numbers = (kind: string): number[] =>
    rows.filter(([first]) => first === kind).flatMap(([, ...values]) => values.map(Number));
  const [positions, pictured] = [numbers('v'), numbers('vt')];
  const uv = new Float64Array((positions.length / 3) * 2);
  const triangles = rows
    .filter(([first]) => first === 'f')
    .map(([, ...corners]) => {
      const points = corners.map((corner) => {
        const [point, place] = corner.split('/').map((number) => Number(number) - 1);
        uv.set(pictured.slice(2 * place!, 2 * place! + 2), 2 * point!);
        return point!;
      });
      return [points[0]!, points[1]!, points[2]!] as const;
    });
  return { positions: Float64Array.from(positions), uv, triangles };
}
