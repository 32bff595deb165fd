import { streamWork } from '../functions/finance/domain/estimate/stream-work.ts';
import { madeUp, type PastSum } from './past.ts';

/** Returns the work of the stream's readers for days of simulated use. */
export const pastStream = (sums: readonly PastSum[]): PastSum[] => streamWork(sums).map(madeUp);
