import { withLock } from '../../local/lock.ts';

/**
 * Runs work that closes a month, from its reconciliation to its seal, while no other test of the deployment does. Two months at once would
 * bill the same lines, so that the product blocks one of them.
 */
export const closingAlone = <T>(work: () => Promise<T>): Promise<T> =>
  withLock(`${process.env.CONCORD_ENDPOINTS}.closing`, work);
