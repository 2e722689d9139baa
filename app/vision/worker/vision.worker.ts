import { admitOwnScripts } from '../../base/own-scripts';
import { Queue } from '../../base/queue';
import { asFailure } from '../../domain/failure/failure';
import type { Request, Response } from '../protocol';
import { VisionEngine } from './engine';

// The runtime begins a worker for each of its threads.
admitOwnScripts();

const engine = new VisionEngine();
const jobs = new Queue();
let openFrames = 0;

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'read') openFrames++;
  void jobs.run(() => answer(data));
});

async function answer(request: Request): Promise<void> {
  try {
    send(await handle(request));
  } catch (error) {
    const code = request.kind === 'open' ? 'runtime-unsupported' : 'model-run';
    const failure = asFailure(error, code);
    send({ id: request.id, kind: 'failed', code: failure.code, detail: failure.detail });
  }
}

async function handle(request: Request): Promise<Response> {
  const { id } = request;
  switch (request.kind) {
    case 'open': {
      const report = await engine.open(request.options, (progress) => send({ id, kind: 'progress', progress }));
      return { id, kind: 'opened', report };
    }
    case 'read':
      return { id, kind: 'reading', reading: await read(request.frame, request.tMs), gpuRuns: engine.gpuRuns };
    case 'reset':
      engine.reset();
      return { id, kind: 'done' };
    case 'report':
      return { id, kind: 'report', report: engine.report(openFrames) };
    case 'close':
      await engine.close();
      return { id, kind: 'done' };
  }
}

/** Closes the frame whatever comes of it. */
async function read(frame: VideoFrame | ImageBitmap, tMs: number) {
  try {
    return await engine.read(frame, tMs);
  } finally {
    frame.close();
    openFrames--;
  }
}

function send(response: Response): void {
  const landmarks = response.kind === 'reading' ? response.reading.face?.landmarks : undefined;
  self.postMessage(response, landmarks ? [landmarks.buffer] : []);
}
