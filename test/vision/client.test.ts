import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import type { ClientLimits, WorkerPort } from '../../app/vision/client';
import { VisionClient } from '../../app/vision/client';
import type { DeviceReport, Request, Response } from '../../app/vision/protocol';
import { IOS_MAX_GPU_RUNS, isIos } from '../../app/vision/runtime/ios';

type Answer = Response extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

const report = { backend: 'wasm', openFrames: 0, framesDropped: 0 } as DeviceReport;

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  readonly requests: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.requests.push(request);
    if (request.kind === 'close') this.answer(request, { kind: 'done' });
    if (request.kind === 'report') this.answer(request, { kind: 'report', report });
  }

  terminate(): void {
    this.terminated = true;
  }

  answer({ id }: Request, answer: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id, ...answer } }));
  }

  get last(): Request {
    return this.requests.at(-1)!;
  }
}

function setup(options: { ios?: boolean; limits?: Partial<ClientLimits> } = {}) {
  const workers: FakeWorker[] = [];
  const client = new VisionClient({
    baseUrl: 'http://localhost/',
    ios: false,
    ...options,
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as WorkerPort;
    },
  });
  const open = async (): Promise<FakeWorker> => {
    const opening = client.open();
    const worker = workers.at(-1)!;
    worker.answer(worker.last, { kind: 'opened', report });
    await opening;
    return worker;
  };
  return { client, workers, open };
}

function frame(): VideoFrame & { closed: number } {
  const fake = {
    closed: 0,
    close() {
      this.closed++;
    },
  };
  return fake as unknown as VideoFrame & { closed: number };
}

const reading = (tMs: number, gpuRuns = 0): Answer => ({
  kind: 'reading',
  reading: { face: null, tMs, presence: 0, facesSeen: 0, stageMs: {} },
  gpuRuns,
});

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no failure',
    (error) => (error instanceof Failure ? error.code : String(error)),
  );

describe('VisionClient', () => {
  describe('ends a worker that hangs, says so, and begins again with a new one', () => {
    const LIMITS: ClientLimits = { startMs: 20, downloadMs: 20, preparingMs: 20, answerMs: 20 };
    const progress = (step: 'runtime' | 'self-test'): Answer => ({
      kind: 'progress',
      progress: { step, loadedBytes: 1, totalBytes: 2 },
    });
    const except = (limits: Partial<ClientLimits>): ClientLimits => ({ ...LIMITS, ...limits });

    it('before its first word', async () => {
      const { client, workers, open } = setup({ limits: except({ answerMs: 10_000 }) });
      expect(await codeOf(client.open())).to.equal('model-silent');
      expect(workers[0]?.terminated).to.equal(true);
      await open();
      expect(workers).to.have.length(2);
    });

    it('in the middle of a download, which is then told as such', async () => {
      const { client, workers } = setup({ limits: except({ startMs: 10_000 }) });
      const opening = client.open();
      const [worker] = workers;
      worker!.answer(worker!.last, progress('runtime'));
      expect(await codeOf(opening)).to.equal('model-download');
    });

    it('while it prepares', async () => {
      const { client, workers } = setup({ limits: except({ startMs: 10_000, downloadMs: 10_000 }) });
      const opening = client.open();
      const [worker] = workers;
      worker!.answer(worker!.last, progress('runtime'));
      worker!.answer(worker!.last, progress('self-test'));
      expect(await codeOf(opening)).to.equal('model-silent');
    });

    it('over a frame', async () => {
      const { client, open } = setup({ limits: except({ startMs: 10_000 }) });
      const worker = await open();
      expect(await codeOf(client.read(frame(), 0))).to.equal('model-silent');
      expect(worker.terminated).to.equal(true);
      await open();
    });

    it('but not one that goes on telling', async () => {
      const { client, workers } = setup({ limits: except({ startMs: 60, downloadMs: 60 }) });
      const opening = client.open();
      const [worker] = workers;
      for (let piece = 0; piece < 8; piece++) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        worker!.answer(worker!.last, progress('runtime'));
      }
      worker!.answer(worker!.last, { kind: 'opened', report });
      expect((await opening).backend).to.equal('wasm');
    });
  });

  it('starts no worker before it is opened, and one only', async () => {
    const { client, workers, open } = setup();
    expect(workers).to.be.empty;
    await open();
    await client.open();
    expect(workers).to.have.length(1);
  });

  it('passes progress on', async () => {
    const { client, workers } = setup();
    const steps: string[] = [];
    const opening = client.open({ onProgress: ({ step }) => steps.push(step) });
    const [worker] = workers;
    worker!.answer(worker!.last, { kind: 'progress', progress: { step: 'iris', loadedBytes: 1, totalBytes: 2 } });
    worker!.answer(worker!.last, { kind: 'opened', report });
    await opening;
    expect(steps).to.deep.equal(['iris']);
  });

  it('keeps the newest frame while one is read, and closes the one it replaces', async () => {
    const { client, open } = setup();
    const worker = await open();
    const frames = [frame(), frame(), frame()];
    const first = client.read(frames[0]!, 1);
    const firstRequest = worker.last;
    const second = client.read(frames[1]!, 2);
    const third = client.read(frames[2]!, 3);
    expect(await second).to.equal(null);
    expect(frames.map((f) => f.closed)).to.deep.equal([0, 1, 0]);
    worker.answer(firstRequest, reading(1));
    expect(await first).to.have.nested.property('tMs', 1);
    worker.answer(worker.last, reading(3));
    expect(await third).to.have.nested.property('tMs', 3);
    expect(frames.every((f) => f.closed >= 1)).to.equal(true);
    expect((await client.report()).framesDropped).to.equal(1);
  });

  it('goes on after a frame that failed', async () => {
    const { client, open } = setup();
    const worker = await open();
    const failing = client.read(frame(), 1);
    worker.answer(worker.last, { kind: 'failed', code: 'model-run', detail: 'once' });
    expect(await codeOf(failing)).to.equal('model-run');
    const next = client.read(frame(), 2);
    worker.answer(worker.last, reading(2));
    expect(await next).to.have.property('tMs', 2);
  });

  it('closes a frame it cannot read', async () => {
    const { client, open } = setup();
    const early = frame();
    expect(await codeOf(client.read(early, 0))).to.equal('model-run');
    expect(early.closed).to.equal(1);
    const worker = await open();
    worker.postMessage = () => {
      throw new DOMException('detached', 'DataCloneError');
    };
    const late = frame();
    expect(await codeOf(client.read(late, 0))).to.equal('model-run');
    expect(late.closed).to.equal(1);
  });

  it('starts a new worker after a failed start, which asks the server anew only after an altered model', async () => {
    const { client, workers } = setup();
    for (const code of ['model-download', 'model-altered', 'runtime-unsupported'] as const) {
      const opening = client.open();
      const worker = workers.at(-1)!;
      worker.answer(worker.last, { kind: 'failed', code, detail: '' });
      expect(await codeOf(opening)).to.equal(code);
      expect(worker.terminated).to.equal(true);
    }
    const fresh = workers.map(({ requests: [first] }) => first!.kind === 'open' && first!.options.fresh);
    expect(fresh).to.deep.equal([false, false, true]);
  });

  it('ends the worker when opening is aborted, and can be opened again', async () => {
    const { client, workers, open } = setup();
    const controller = new AbortController();
    const opening = client.open({ signal: controller.signal });
    controller.abort(new Error('enough'));
    expect(await codeOf(opening)).to.equal('Error: enough');
    expect(workers[0]!.terminated).to.equal(true);
    await open();
    expect(workers).to.have.length(2);
  });

  it('does not let a late abort end an open reader', async () => {
    const { client, workers } = setup();
    const controller = new AbortController();
    const opening = client.open({ signal: controller.signal });
    workers[0]!.answer(workers[0]!.last, { kind: 'opened', report });
    await opening;
    controller.abort();
    expect(workers[0]!.terminated).to.equal(false);
  });

  it('fails what waits when the worker breaks, and closes the waiting frame', async () => {
    const { client, open } = setup();
    const worker = await open();
    const reading1 = codeOf(client.read(frame(), 1));
    const waiting = frame();
    const reading2 = client.read(waiting, 2);
    worker.dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
    expect(await reading1).to.equal('runtime-unsupported');
    expect(await reading2).to.equal(null);
    expect(waiting.closed).to.equal(1);
  });

  it('ends everything on close, twice if need be', async () => {
    const { client, open } = setup();
    const worker = await open();
    await client.close();
    await client.close();
    expect(worker.terminated).to.equal(true);
  });

  it('ends a worker that hangs and never answers that it has closed', async () => {
    const { client, open } = setup();
    const worker = await open();
    worker.postMessage = () => undefined;
    const reading = client.read(frame(), 0).catch((error: Failure) => error.code);
    await client.close();
    expect(worker.terminated).to.equal(true);
    expect(await reading).to.equal('model-run');
    await open();
  });

  it('takes wasm on iOS unless it is told otherwise, and replaces the worker before WebGPU breaks it', async () => {
    const { client, workers } = setup({ ios: true });
    const opening = client.open();
    const [first] = workers;
    expect(first!.last).to.have.nested.property('options.backend', 'wasm');
    first!.answer(first!.last, { kind: 'opened', report });
    await opening;
    const read = client.read(frame(), 1);
    first!.answer(first!.last, reading(1, IOS_MAX_GPU_RUNS));
    await new Promise((resolve) => setTimeout(resolve));
    expect(first!.terminated).to.equal(true);
    workers[1]!.answer(workers[1]!.last, { kind: 'opened', report });
    expect(await read).to.have.property('tMs', 1);
  });
});

describe('isIos', () => {
  it('knows an iPhone, and an iPad that says it is a Mac', () => {
    const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15';
    expect(isIos({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0)', maxTouchPoints: 5 })).to.equal(true);
    expect(isIos({ userAgent: mac, maxTouchPoints: 5 })).to.equal(true);
    expect(isIos({ userAgent: mac, maxTouchPoints: 0 })).to.equal(false);
    expect(isIos({ userAgent: 'Mozilla/5.0 (Linux; Android 16)', maxTouchPoints: 5 })).to.equal(false);
  });
});
