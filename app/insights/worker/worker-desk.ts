import type { Chapter, ChapterName } from '../chapters/chapters';
import type { PeriodsCompared } from '../chapters/compared';
import type { Asked } from '../readers/book';
import type { Answer, Call, Desk, Told } from './protocol';

/** Of a worker, what this needs. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const newWorker = (): WorkerPort => new Worker(new URL('./insights.worker.ts', import.meta.url), { type: 'module' });

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * The desk in a worker. What it is told is transferred, and no longer there afterwards. Everything rejects once the worker has failed
 * or was ended.
 */
export class WorkerDesk implements Desk {
  readonly #worker: WorkerPort;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #ended: Error | null = null;

  constructor(worker: WorkerPort = newWorker()) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#answered(data as Answer));
    worker.addEventListener('error', (event) => this.#end(new Error(event.message || 'the worker did not start')));
  }

  tell(told: Told): Promise<void> {
    const buffers = told.months.flatMap(({ columns }) => (columns ? buffersIn(columns) : []));
    return this.#call('tell', [told], buffers);
  }

  chapter<Name extends ChapterName>(name: Name, asked: Asked): Promise<Chapter<Name>> {
    return this.#call('chapter', [name, asked]);
  }

  compared(now: Asked, before: Asked): Promise<PeriodsCompared> {
    return this.#call('compared', [now, before]);
  }

  /** Ends the worker, and with it all it holds. */
  close(): void {
    this.#end(new Error('the desk is closed'));
  }

  #call<Result>(name: Call['name'], given: Call['given'], transfer: Transferable[] = []): Promise<Result> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#calls++;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage({ id, name, given } as Call, transfer);
    });
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('problem' in answer) waiting?.reject(new Error(answer.problem));
    else waiting?.resolve(answer.result);
  }

  #end(why: Error): void {
    if (this.#ended) return;
    this.#ended = why;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}

/** The buffers of all typed arrays in `value`, at any depth. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (Array.isArray(value) || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(buffersIn);
}
