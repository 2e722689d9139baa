import { momentAt } from '../../../app/domain/moment/moment';
import { sampleRecall } from '../../support/sample-entries';

/** From Tokyo on the morning of the 15th to Honolulu, where it was still the 14th, and on to its 15th; newest first. */
export const journeyEast = () =>
  [
    ['honolulu', '2026-11-15T10:00-10:00', 'Pacific/Honolulu'],
    ['landed', '2026-11-14T22:00-10:00', 'Pacific/Honolulu'],
    ['tokyo', '2026-11-15T09:00+09:00', 'Asia/Tokyo'],
  ].map(([id, time, zone]) => sampleRecall({ id: id!, startedAt: momentAt(Date.parse(time!), zone!) }));
