import * as z from 'zod';
import { bookInForce, priceBooks } from '../../functions/finance/domain/pricing/books.ts';
import { estimateQuery } from '../../functions/finance/schemas/estimate-query.ts';
import { makeEstimate } from '../../functions/finance/use-cases/estimate-cost.ts';

const month = '2026-11';
const resources = {
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  ...{ alarms: 54, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1 },
};

/** Returns the operation's answer on a small deployment, computed like the product's. */
export const fixtureEstimate = async (query: URLSearchParams) => {
  const books = { ofMonth: async () => bookInForce(priceBooks, 'us-east-1', `${month}-30`) };
  const made = await makeEstimate(
    { books: books as never, deployed: { ...resources, logRetentionDays: 90 } },
    {
      query: z.strictObject(estimateQuery).parse(Object.fromEntries(query)),
      now: Date.parse(`${month}-15T12:00:00.000Z`),
    },
  );
  if ('missing' in made) throw new Error(made.missing);
  return made.view;
};
