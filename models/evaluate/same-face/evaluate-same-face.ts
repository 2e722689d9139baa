import { join } from 'node:path';
import { startHarness } from '../../tools/harness';
import { installPeers, PEERS_FOLDER } from '../../tools/peers';
import { imagePath, readLabels, readTable } from '../states/labels';
import {
  type AcceptFigures,
  acceptFigures,
  allPairs,
  distanceOf,
  type EmbeddedFace,
  enrolledPairs,
  type PairFigures,
  pairFigures,
} from './figures';

/** What `--json` writes. */
export interface SameFace {
  readonly lfw: PairFigures;
  /** Pairs in which a picture shows no face that is found. */
  readonly lfwWithoutFace: number;
  /** By set: picture against picture, and pictures against a person who was enrolled from three. */
  readonly sets: Readonly<Record<string, { readonly pictures: AcceptFigures; readonly enrolled: AcceptFigures }>>;
}

/** Sets of people in several states: glasses, lamps and moods; seven expressions in two sessions. */
const SETS = ['yale', 'kdef'] as const;

/**
 * Whether two pictures show one person, by the sets `lfw`, `yale` and `kdef` in `folder`. Throws InputError where one is not there.
 * `onProgress` is told how many pictures are done.
 */
export async function evaluateSameFace(
  folder: string,
  onProgress: (done: number, of: number) => void,
): Promise<SameFace> {
  const lfw = join(folder, 'lfw');
  const pairs = readTable(join(lfw, 'pairs.csv'), ['a', 'b', 'same']);
  const labelled = SETS.map((set) => ({ set, labels: readLabels(join(folder, set), ['image', 'person']) }));
  const paths = [
    ...new Set(pairs.flatMap(({ a, b }) => [imagePath(lfw, a!), imagePath(lfw, b!)])),
    ...labelled.flatMap(({ set, labels }) => labels.map(({ image }) => imagePath(join(folder, set), image!))),
  ];
  const embeddings = await embeddingsOf(paths, onProgress);
  const distances = pairs.map(({ a, b, same }) => {
    const [one, other] = [embeddings.get(imagePath(lfw, a!)), embeddings.get(imagePath(lfw, b!))];
    return { isSame: same === '1', distance: one && other ? distanceOf(one, other) : null };
  });
  const found = (isSame: boolean): readonly number[] =>
    distances.flatMap((pair) => (pair.isSame === isSame && pair.distance !== null ? [pair.distance] : []));
  const facesOf = ({ set, labels }: (typeof labelled)[number]): readonly EmbeddedFace[] =>
    labels.flatMap(({ image, person }) => {
      const embedding = embeddings.get(imagePath(join(folder, set), image!));
      return embedding ? [{ person: person!, embedding }] : [];
    });
  return {
    lfw: pairFigures({ same: found(true), different: found(false) }),
    lfwWithoutFace: distances.filter(({ distance }) => distance === null).length,
    sets: Object.fromEntries(
      labelled.map((one) => {
        const faces = facesOf(one);
        return [one.set, { pictures: acceptFigures(allPairs(faces)), enrolled: acceptFigures(enrolledPairs(faces)) }];
      }),
    ),
  };
}

/** By path; pictures without a face have none. */
async function embeddingsOf(
  paths: readonly string[],
  onProgress: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  installPeers();
  const inputs = new Map(paths.map((path, at) => [`/input/${at}`, path]));
  const folders = { '/peers/': join(PEERS_FOLDER, 'node_modules') };
  const harness = await startHarness('models/evaluate/same-face', { inputs, folders });
  const embeddings = new Map<string, readonly number[]>();
  try {
    for (const [at, path] of paths.entries()) {
      const embedding = await harness.call<readonly number[] | null>('embed', `/input/${at}`);
      if (embedding) embeddings.set(path, embedding);
      onProgress(at + 1, paths.length);
    }
    return embeddings;
  } finally {
    await harness.stop();
  }
}
