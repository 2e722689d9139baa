import type { FrameReading } from '../../app/domain/face/face-reading';
import { Failure } from '../../app/domain/failure/failure';
import { VisionClient } from '../../app/vision/client';
import { frameResult } from './frame-result';
import { picturesOf } from './frames';
import { type Losses, UnreadableFile } from './picture';
import { type FileResult, fileSummary } from './result';

export type PageAnswer =
  | { readonly ok: true; readonly result: Omit<FileResult, 'file'> }
  | { readonly ok: false; readonly problem: string };

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });

/** Reads every picture of the file behind `url` in order, with a fresh tracker. */
async function analyse(url: string, name: string, backend: 'wasm' | 'webgpu'): Promise<PageAnswer> {
  try {
    const { models, ...device } = await reader.open({ backend });
    await reader.reset();
    const readings: FrameReading[] = [];
    const losses: Losses = { pictures: 0, missingMs: 0 };
    for await (const { image, tMs } of picturesOf(name, url, losses)) {
      const reading = await reader.read(image, tMs);
      if (reading) readings.push(reading);
    }
    const frames = readings.map(frameResult);
    return { ok: true, result: { backend: device.backend, models, losses, frames, summary: fileSummary(readings) } };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.message };
    if (!(error instanceof Failure)) throw error;
    // The next file finds a new worker.
    await reader.close();
    return { ok: false, problem: `the reader failed (${error.code}: ${error.detail})` };
  }
}

Object.assign(window, { analyse });
