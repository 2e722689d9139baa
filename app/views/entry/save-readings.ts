import type { Trace } from '../../domain/face/trace';
import type { Services } from '../../services/types';
import { offerFile } from '../shared/offer-file';

/** Hands the readings of a recall over as a table. Rejects with Failure where what makes it could not be fetched. */
export async function saveReadings({ exports }: Services, trace: Trace): Promise<void> {
  const content = new Blob([(await exports()).readings(trace)], { type: 'text/csv' });
  offerFile(content, `reverie-readings-${trace.entryId}.csv`);
}
