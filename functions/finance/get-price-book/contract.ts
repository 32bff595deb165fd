import * as z from 'zod';
import { priceBookSchema } from '../../../layers/domain/pricing/price-book.ts';
import { operation } from '../../../layers/http/contract.ts';
import { consortiumReaders } from '../readers.ts';

/** The price book in force on a day, each price with its source and how sure it is. */
export const contract = operation({
  id: 'finance-get-price-book',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/price-book',
  summary: 'Read the price book in force',
  permission: [consortiumReaders, { who: 'staff', roles: ['member-finance'], at: 'own-member' }],
  touches: {},
  query: z.strictObject({ on: z.iso.date().optional() }),
  output: priceBookSchema.partial({ prices: true }).extend({
    prices: z.record(z.string(), priceBookSchema.shape.prices.valueType),
  }),
  refusals: { 'no-price-book': { status: 404, meaning: 'No price book is in force on that day.' } },
  example: {
    query: { on: '2026-11-24' },
    output: {
      region: 'us-east-1',
      version: 'us-east-1/2024-11-01/3',
      effectiveFrom: '2024-11-01',
      checkedOn: '2026-11-24',
      currency: 'USD',
      source: 'AWS list prices',
      prices: {
        'dynamodb-write': {
          unit: 'write request unit',
          per: 1_000_000,
          tiers: [{ price: '0.625' }],
          mark: 'golden-file',
          source: 'infracost golden test files',
        },
      },
    },
  },
  errorImpact: 'Nobody can check at which prices a month was reckoned.',
});
