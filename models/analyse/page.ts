import type { FrameReading } from '../../app/domain/face/face-reading';
import { VisionClient } from '../../app/vision/client';
import { picturesOf } from './frames';
import { UnreadableFile } from './picture';
import { type FileResult, fileSummary, frameResult } from './result';

export type PageAnswer =
  | { readonly ok: true; readonly result: Omit<FileResult, 'file'> }
  | { readonly ok: false; readonly problem: string };

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });

/** Reads every picture of the file behind `url` in order, with a fresh tracker. */
async function analyse(url: string, name: string, backend: 'wasm' | 'webgpu'): Promise<PageAnswer> {
  const bytes = await (await fetch(url)).blob();
  try {
    const { models, ...device } = await reader.open({ backend });
    await reader.reset();
    const readings: FrameReading[] = [];
    for await (const { image, tMs } of picturesOf(name, bytes)) {
      const reading = await reader.read(image, tMs);
      if (reading) readings.push(reading);
    }
    const frames = readings.map(frameResult);
    return { ok: true, result: { backend: device.backend, models, frames, summary: fileSummary(readings) } };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.message };
    throw error;
  }
}

Object.assign(window, { analyse });
