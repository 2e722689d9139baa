import type { RecallSession, Step } from '../session/snapshot';
import type { Services } from './services';

const ENDED: ReadonlySet<Step> = new Set(['saved', 'discarded']);

/** The recall session that can be gone on with, or null where there is none or it has ended. */
export const sessionUnderWay = ({ session }: Pick<Services, 'session'>): RecallSession | null =>
  session && !ENDED.has(session.snapshot.step) ? session : null;
