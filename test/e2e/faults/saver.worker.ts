import { momentAt } from '../../../app/domain/moment/moment';
import { openJournal } from '../../../app/journal/open-journal';
import { sampleRecall, sampleTrace } from '../../support/sample-entries';

/** What one worker is to do until it is ended: open the journal `name`, then save recalls called `<prefix>0`, `<prefix>1`, ... */
export interface Saving {
  readonly name: string;
  readonly prefix: string;
  readonly startedMs: number;
}

/** Told after each save that the journal said was durable; `opened` before the first. */
async function saveUntilEnded({ name, prefix, startedMs }: Saving): Promise<void> {
  const journal = await openJournal({ name });
  postMessage('opened');
  for (let count = 0; ; count++) {
    const id = `${prefix}${count}`;
    const startedAt = momentAt(startedMs + count * 86_400_000, 'UTC');
    await journal.save(sampleRecall({ id, startedAt }), { ...sampleTrace(id), entryId: id });
    postMessage(id);
  }
}

// A rejection alone tells the page nothing: it would wait for `opened` for ever.
addEventListener('message', ({ data }: MessageEvent<Saving>) => void saveUntilEnded(data).catch(reportError));
