import { VisionClient } from '../../../app/vision/client';
import { type FrameResult, frameResult } from '../../analyse/frame-result';
import { Participant } from '../../tools/participant/participant';
import { perform } from '../../tools/participant/perform';
import type { Script } from '../../tools/participant/script';

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });

/** What the app's worker reads of a drawn participant who follows the script. */
async function performed(script: Script, backend: 'wasm' | 'webgpu'): Promise<readonly FrameResult[]> {
  await reader.open({ backend });
  const readings = await perform(await Participant.create(), reader, script);
  return readings.map(frameResult);
}

Object.assign(window, { performed });
