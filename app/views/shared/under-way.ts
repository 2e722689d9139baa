import type { Services } from '../../services/types';
import type { RecallSession } from '../../session/machine/snapshot';

/** The recall session that can be gone on with, or null where there is none or it has ended. */
export const sessionUnderWay = ({ session }: Pick<Services, 'session'>): RecallSession | null =>
  session && !session.ended ? session : null;
