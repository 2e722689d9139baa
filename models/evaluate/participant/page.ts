import { VisionClient } from '../../../app/vision/client';
import { type FrameResult, frameResult } from '../../analyse/frame-result';
import { Participant } from '../../tools/participant/participant';
import { perform } from '../../tools/participant/perform';
import { momentAt, type Script } from '../../tools/participant/script';

/** Nobody waits here, and a busy machine may take longer for a picture than a person would. */
const PATIENCE_MS = 120_000;

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href, limits: { answerMs: PATIENCE_MS } });

/** What the app's worker reads of a drawn participant who follows the script. */
async function performed(script: Script, backend: 'wasm' | 'webgpu'): Promise<readonly FrameResult[]> {
  await reader.open({ backend });
  const readings = await perform(await Participant.create(), reader, script);
  return readings.map(frameResult);
}

/** `count` JPEG pictures of the participant from the given one on, `fps` a second, as base64. */
async function pictured(script: Script, from: number, count: number, fps: number): Promise<readonly string[]> {
  const canvas = document.createElement('canvas');
  const participant = await Participant.create();
  const pictures: string[] = [];
  for (let at = from; at < from + count; at++) {
    const picture = participant.picture(momentAt(script, (1000 * at) / fps));
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(picture);
    pictures.push(canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!);
  }
  return pictures;
}

Object.assign(window, { performed, pictured });
