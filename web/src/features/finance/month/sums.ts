import type { Month } from './month.ts';

export type ServiceSum = { service: string; events: number; amount: number };

/** Sums rows of members and pools by service, the most expensive first. For display only: the totals are the API's own. */
export const serviceSums = (rows: Month['services']): ServiceSum[] =>
  [...Map.groupBy(rows, ({ service }) => service)]
    .map(([service, own]) => ({
      service,
      events: own.reduce((sum, { events }) => sum + events, 0),
      amount: own.reduce((sum, { amount }) => sum + Number(amount.exact), 0),
    }))
    .sort((a, b) => b.amount - a.amount);
