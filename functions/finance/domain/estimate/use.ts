import type { DailySum } from '../metering/aggregate.ts';
import { authorizerWork } from './authorizer-work.ts';
import { mailWork } from './mail-work.ts';
import { perCheckout } from './mix.ts';
import { BY_NO_DOOR_PER_MILLE, publicly } from './public-use.ts';
import { countsFor, type OperationRate, operationRates } from './rates.ts';
import { streamWork } from './stream-work.ts';
import type { Wish } from './wish.ts';

/** Whose use an estimate's is: all members as one, since it is told for the consortium. */
export const everybody = 'all';

const MONTHS = 12;

/** How often an operation succeeds in a month: searches and looks at records, and loan requests, as the wish has them. */
const succeededIn = ({ operation }: OperationRate, wish: Wish): number => {
  const checkouts = wish.checkoutsAYear / MONTHS;
  if (operation === 'resource-sharing-place-request') return wish.loanRequestsAYear / MONTHS;
  if (!publicly.has(operation)) return checkouts * perCheckout(operation);
  return checkouts * wish.searchesPerCheckout * (perCheckout(operation) / perCheckout('discovery-search'));
};

const sumOf = (of: OperationRate, day: string, member: string, times: number): DailySum[] => {
  const succeeded = Math.round(times);
  if (succeeded === 0) return [];
  const events = succeeded + Math.round((succeeded * of.refusedPerMille) / 1000);
  const { operation, service } = of;
  return [{ day, member, operation, service, events, succeeded, counts: countsFor(of, events, succeeded) }];
};

/** Both kinds of reader of the catalogue: those of a library, and those whom no library sent. */
const asked = (of: OperationRate, day: string, wish: Wish): DailySum[] => {
  const times = succeededIn(of, wish);
  if (!publicly.has(of.operation)) return sumOf(of, day, everybody, times);
  const own = times / (1 + BY_NO_DOOR_PER_MILLE / 1000);
  return [...sumOf(of, day, everybody, own), ...sumOf(of, day, 'public-use', times - own)];
};

/**
 * What a consortium uses of the platform in a month, as metering would sum it up: operations, the authorizer's answers,
 * what the stream's readers do, and e-mail. Metering itself comes on top. Takes the first day of the month.
 */
export const useIn = (wish: Wish, day: string): DailySum[] => {
  const operations = operationRates.flatMap((of) => asked(of, day, wish));
  const own = operations.filter(({ member }) => member === everybody);
  const mails = mailWork(day, everybody, Math.round((wish.checkoutsAYear / MONTHS) * wish.mailsPerCheckout));
  return [...operations, ...authorizerWork(operations), ...streamWork(own), ...mails];
};
