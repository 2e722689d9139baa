import { log } from '../../base/log';
import { MOST_RESTS } from '../../domain/face/learnt';
import type { Trace } from '../../domain/face/trace';
import type { Page } from '../page';

/**
 * The traces of the last recalls that may tell how the person's face looks at rest, newest first: read by one reader, not set aside, and kept since the
 * person last had everything forgotten; none where they don't want it used. Rejects with Failure `journal-*`; a trace that
 * can't be read is left out.
 */
export async function lastTraces({ journal }: Pick<Page, 'journal'>): Promise<readonly Trace[]> {
  const [{ usesLearnt, learntSinceMs }, { outlines }] = await Promise.all([journal.settings(), journal.outlines()]);
  if (!usesLearnt) return [];
  const read = outlines.filter(
    ({ faceReader, faceDisputed, savedAtMs }) =>
      faceReader !== null && !faceDisputed && savedAtMs > (learntSinceMs ?? -Infinity),
  );
  const last = read.filter(({ faceReader }) => faceReader === read[0]!.faceReader).slice(0, MOST_RESTS);
  const traces: Trace[] = [];
  for (const { id } of last) {
    const trace = await journal.trace(id).catch((error: unknown) => log.warn('a trace is left out', error));
    if (trace) traces.push(trace);
  }
  return traces;
}
