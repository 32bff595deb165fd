import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { priceBookViewSchema } from '../../schemas/price-books.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Returns the price book in force at the end of a day: each price with its source and reliability, a changed one with its decision too. */
export const contract = operation({
  id: 'finance-get-price-book',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/price-book',
  summary: 'Read the price book in force',
  permission: [consortiumReaders, { who: 'staff', roles: ['member-finance'], at: 'own-member' }],
  touches: { table: 'read' },
  query: z.strictObject({ on: z.iso.date().optional() }),
  output: priceBookViewSchema,
  refusals: { 'no-price-book': { status: 404, meaning: 'No price book is in force on that day.' } },
  example: {
    query: { on: '2026-11-24' },
    output: {
      region: 'us-east-1',
      version: 'us-east-1/2024-11-01/8+price-book/1',
      effectiveFrom: '2026-11-01',
      checkedOn: '2026-11-24',
      currency: 'USD',
      source: 'AWS list prices; price-book/1: AWS Price List, 2026-11-20',
      prices: {
        'dynamodb-write': {
          unit: 'write request unit',
          per: 1_000_000,
          tiers: [{ price: '0.60' }],
          mark: 'documented',
          source: 'AWS Price List, 2026-11-20',
          changed: {
            shipped: {
              per: 1_000_000,
              tiers: [{ price: '0.625' }],
              mark: 'golden-file',
              source: 'infracost golden test files',
            },
            policy: 'price-book/1',
            effectiveFrom: '2026-11-01T00:00:00.000Z',
            decidedOn: '2026-11-21',
            decisionReference: 'Board 2026-11-21, item 3',
            adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z',
            source: 'AWS Price List, 2026-11-20',
            reason: 'AWS lowered the price of writes.',
          },
        },
      },
      names: { 'staff:stf_01kaw5v7n0000000000000000z': 'Kwame Boateng' },
    },
  },
  errorImpact: 'Finance staff cannot check the prices of a month.',
});
