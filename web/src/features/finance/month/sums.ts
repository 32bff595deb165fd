import type { Month } from './month.ts';

export type ServiceSum = { service: string; events: number; amount: number };

/** Rows of members and pools summed by service, the dearest first. For show: the totals are the API's own. */
export const serviceSums = (rows: Month['services']): ServiceSum[] =>
  [...Map.groupBy(rows, ({ service }) => service)]
    .map(([service, own]) => ({
      service,
      events: own.reduce((sum, { events }) => sum + events, 0),
      amount: own.reduce((sum, { amount }) => sum + Number(amount.exact), 0),
    }))
    .sort((a, b) => b.amount - a.amount);
