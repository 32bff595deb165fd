import { streamWork } from '../functions/finance/domain/estimate/stream-work.ts';
import { madeUp, type PastSum } from './past.ts';

/** Takes days of use that never happened; gives what the readers of the stream would have done for them. */
export const pastStream = (sums: readonly PastSum[]): PastSum[] => streamWork(sums).map(madeUp);
