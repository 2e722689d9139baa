import { Queue } from '../../base/queue';
import { InsightsDesk } from './insights-desk';
import type { Answer, Call } from './protocol';

const desk = new InsightsDesk();

/** Answers one call after the other, in the order they come. See: [Note: Chapters] */
const calls = new Queue();
addEventListener('message', ({ data }: MessageEvent<Call>) => void calls.run(() => answer(data)));

async function answer({ id, name, given }: Call): Promise<void> {
  let said: Answer;
  try {
    said = { id, result: await (desk[name] as (...all: readonly unknown[]) => Promise<unknown>).apply(desk, given) };
  } catch (error) {
    said = { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  postMessage(said);
}
