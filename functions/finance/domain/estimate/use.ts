import type { DailySum } from '../metering/aggregate.ts';
import { authorizerWork } from './authorizer-work.ts';
import { emailWork } from './email-work.ts';
import { perCheckout } from './mix.ts';
import { publicly, WITHOUT_LIBRARY_PER_MILLE } from './public-use.ts';
import { countsFor, type OperationRate, operationRates } from './rates.ts';
import { streamWork } from './stream-work.ts';
import type { Workload } from './workload.ts';

/** Whose use an estimate's is: all members as one, since it is told for the consortium. */
export const everybody = 'all';

const MONTHS = 12;

/** How often an operation succeeds in a month: searches and looks at records, and loan requests, as the wish has them. */
const succeededIn = ({ operation }: OperationRate, workload: Workload): number => {
  const checkouts = workload.checkoutsAYear / MONTHS;
  if (operation === 'resource-sharing-place-request') return workload.loanRequestsAYear / MONTHS;
  if (!publicly.has(operation)) return checkouts * perCheckout(operation);
  return checkouts * workload.searchesPerCheckout * (perCheckout(operation) / perCheckout('discovery-search'));
};

const sumOf = (of: OperationRate, day: string, member: string, times: number): DailySum[] => {
  const succeeded = Math.round(times);
  if (succeeded === 0) return [];
  const events = succeeded + Math.round((succeeded * of.refusedPerMille) / 1000);
  const { operation, service } = of;
  return [{ day, member, operation, service, events, succeeded, counts: countsFor(of, events, succeeded) }];
};

/** Both kinds of reader of the catalogue: those of a library, and those whom no library sent. */
const asked = (of: OperationRate, day: string, workload: Workload): DailySum[] => {
  const times = succeededIn(of, workload);
  if (!publicly.has(of.operation)) return sumOf(of, day, everybody, times);
  const own = times / (1 + WITHOUT_LIBRARY_PER_MILLE / 1000);
  return [...sumOf(of, day, everybody, own), ...sumOf(of, day, 'public-use', times - own)];
};

/**
 * What a consortium uses of the platform in a month, as metering would sum it up: operations, the authorizer's answers,
 * what the stream's readers do, and e-mail. Metering itself comes on top. Takes the first day of the month.
 */
export const useIn = (workload: Workload, day: string): DailySum[] => {
  const operations = operationRates.flatMap((of) => asked(of, day, workload));
  const own = operations.filter(({ member }) => member === everybody);
  const emails = emailWork(day, everybody, Math.round((workload.checkoutsAYear / MONTHS) * workload.emailsPerCheckout));
  return [...operations, ...authorizerWork(operations), ...streamWork(own), ...emails];
};
