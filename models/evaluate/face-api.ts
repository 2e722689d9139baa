import { type ExpressionScores, noScores } from '../../app/domain/face/expression';
import { loadExpressionNet } from '../tools/face-api';

/** Its names in ours; it does not know contempt. */
const NAMES = {
  neutral: 'neutral',
  happy: 'happiness',
  surprised: 'surprise',
  sad: 'sadness',
  angry: 'anger',
  disgusted: 'disgust',
  fearful: 'fear',
} as const;

/** face-api.js's expression net on bare crops, as it is used on faces that are cut out already. */
export async function openFaceApi(): Promise<(face: ImageBitmap) => Promise<ExpressionScores>> {
  const net = await loadExpressionNet();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (face) => {
    canvas.width = face.width;
    canvas.height = face.height;
    context.drawImage(face, 0, 0);
    const said = (await net.predictExpressions(canvas)) as Readonly<Record<keyof typeof NAMES, number>>;
    const scores = noScores();
    for (const [theirs, ours] of Object.entries(NAMES)) scores[ours] = said[theirs as keyof typeof NAMES];
    return scores;
  };
}
