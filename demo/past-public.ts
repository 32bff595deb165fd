import { publicly, WITHOUT_LIBRARY_PER_MILLE } from '../functions/finance/domain/estimate/public-use.ts';
import { countsFor, type OperationRate, operationRates } from '../functions/finance/domain/estimate/rates.ts';
import type { PastSum } from './past.ts';
import { hashOf, randomFrom } from './random.ts';

const publicDay = (seed: number, day: string, of: OperationRate, sums: readonly PastSum[]): PastSum[] => {
  const own = sums.reduce((sum, { events, operation }) => (operation === of.operation ? sum + events : sum), 0);
  const chance = 0.9 + 0.2 * randomFrom(hashOf([seed, 'public-use', day, of.operation].join('/')))();
  const succeeded = Math.round((own * WITHOUT_LIBRARY_PER_MILLE * chance) / 1000);
  if (succeeded === 0) return [];
  const events = succeeded + Math.round((succeeded * of.refusedPerMille) / 1000);
  const { operation, service } = of;
  const counts = countsFor(of, events, succeeded);
  return [{ day, member: 'public-use', operation, service, events, succeeded, counts, synthetic: true }];
};

/**
 * Returns the searches and record views of anonymous visitors without a library, day by day in proportion to the members'
 * simulated use, with up to a tenth of variation.
 */
export const pastPublic = (seed: number, sums: readonly PastSum[]): PastSum[] =>
  [...Map.groupBy(sums, ({ day }) => day)].flatMap(([day, own]) =>
    operationRates.filter(({ operation }) => publicly.has(operation)).flatMap((of) => publicDay(seed, day, of, own)),
  );
