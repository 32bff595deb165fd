import { authorizerWork } from '../functions/finance/domain/estimate/authorizer-work.ts';
import { madeUp, type PastSum } from './past.ts';

/** Returns the use of the authorizer for days of simulated use. */
export const pastAuthorizer = (sums: readonly PastSum[]): PastSum[] => authorizerWork(sums).map(madeUp);
