import { authorizerWork } from '../functions/finance/domain/estimate/authorizer-work.ts';
import { madeUp, type PastSum } from './past.ts';

/** Takes days of use that never happened; gives what asking who calls would have cost. */
export const pastAuthorizer = (sums: readonly PastSum[]): PastSum[] => authorizerWork(sums).map(madeUp);
