import type { DailySum } from '../metering/aggregate.ts';
import { authorizerWork } from './authorizer-work.ts';
import { emailWork, textWork } from './email-work.ts';
import { perCheckout } from './mix.ts';
import { publicly, WITHOUT_LIBRARY_PER_MILLE } from './public-use.ts';
import { countsFor, type OperationRate, operationRates } from './rates.ts';
import { streamWork } from './stream-work.ts';
import type { Workload } from './workload.ts';

/** The attribution of an estimate: all members as one, because it is for the whole consortium. */
export const everybody = 'all';

const MONTHS = 12;

/** Returns how often an operation succeeds in a month: searches, record views and loan requests as in the workload. */
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

/** Returns both kinds of catalogue use: through a library, and without one. */
const asked = (of: OperationRate, day: string, workload: Workload): DailySum[] => {
  const times = succeededIn(of, workload);
  if (!publicly.has(of.operation)) return sumOf(of, day, everybody, times);
  const own = times / (1 + WITHOUT_LIBRARY_PER_MILLE / 1000);
  return [...sumOf(of, day, everybody, own), ...sumOf(of, day, 'public-use', times - own)];
};

/**
 * Returns a consortium's use of the platform in a month, as metering would sum it: operations, the authorizer, the stream consumers, and
 * e-mail and text messages, without metering itself. Takes the first day of the month.
 */
export const useIn = (workload: Workload, day: string): DailySum[] => {
  const operations = operationRates.flatMap((of) => asked(of, day, workload));
  const own = operations.filter(({ member }) => member === everybody);
  const checkouts = workload.checkoutsAYear / MONTHS;
  const emails = emailWork(day, everybody, Math.round(checkouts * workload.emailsPerCheckout));
  const texts = textWork(day, everybody, Math.round(checkouts * workload.textsPerCheckout));
  return [...operations, ...authorizerWork(operations), ...streamWork(own), ...emails, ...texts];
};
